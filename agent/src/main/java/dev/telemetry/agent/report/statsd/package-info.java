/**
 * Sends series as StatsD lines over UDP and unix sockets, in the plain flavor, in Datadog's and in
 * Telegraf's.
 *
 * <p>What a line looks like ({@code Flavor}, {@code SeriesLines}, {@code Decimals}), how lines
 * share packets ({@code DatagramBatch}) and how packets leave ({@code Transport}, {@code Endpoint})
 * know nothing of each other.
 */
package dev.telemetry.agent.report.statsd;
