/** Measured numbers, their files and their statistics; knows nothing of how they were measured. */
package dev.telemetry.benchmarks.results;
