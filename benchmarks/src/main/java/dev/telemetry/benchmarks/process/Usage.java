package dev.telemetry.benchmarks.process;

/**
 * What a process has used since its start.
 *
 * @param wallNanos time that went by
 * @param cpuNanos processor time, user and system, of all its threads
 */
public record Usage(long wallNanos, long cpuNanos) {}
