/**
 * What a reporter is: something that reads the series on a thread of its own and sends them
 * somewhere.
 *
 * <p>Adding one is a package beside {@code statsd} and {@code log} with a {@link
 * dev.telemetry.agent.report.ReporterFactory}. Knows none of them.
 */
package dev.telemetry.agent.report;
