package dev.telemetry.benchmarks.results;

/**
 * One run that was measured.
 *
 * @param subject what ran, such as an application
 * @param variant what it ran under, such as an agent
 * @param round from 1; runs of a round followed each other and are compared with each other only
 */
public record Run(String subject, String variant, int round) {}
