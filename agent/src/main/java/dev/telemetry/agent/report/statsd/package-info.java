/**
 * Sends series as StatsD lines over UDP, in the plain flavor and in Datadog's.
 *
 * <p>What a line looks like ({@code Flavor}, {@code SeriesLines}, {@code Decimals}), how lines
 * share datagrams ({@code DatagramBatch}) and how datagrams leave ({@code DatagramSender}) know
 * nothing of each other.
 */
package dev.telemetry.agent.report.statsd;
