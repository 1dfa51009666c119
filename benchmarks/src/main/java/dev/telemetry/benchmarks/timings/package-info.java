/** What it takes to record and send timings at a fixed pace, by us and by StatsD clients. */
package dev.telemetry.benchmarks.timings;
