/** Agents that do nothing: what the JVM itself takes for having one. */
package dev.telemetry.benchmarks.limits;
