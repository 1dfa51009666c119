/**
 * What a reporter is: something that reads the series on a thread of its own and sends them
 * somewhere, or shows them to whoever asks at the agent's port.
 *
 * <p>Adding one is a package beside {@code statsd}, {@code log} and {@code prometheus} with a {@link
 * dev.telemetry.agent.report.ReporterFactory}. Knows none of them.
 */
package dev.telemetry.agent.report;
