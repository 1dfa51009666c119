/** Rounds of the JMH benchmarks, each under its own agent. */
package dev.telemetry.benchmarks.method;
