/** What an agent adds to a request that makes one query. */
package dev.telemetry.benchmarks.request;
