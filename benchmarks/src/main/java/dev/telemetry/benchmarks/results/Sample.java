package dev.telemetry.benchmarks.results;

/**
 * One number.
 *
 * @param run the run that it is of
 * @param measure what it is, its unit last, such as {@code cpu_s}
 * @param value the number
 */
public record Sample(Run run, String measure, double value) {}
