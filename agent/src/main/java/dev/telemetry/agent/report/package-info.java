/**
 * What a reporter is: something that reads the series on a thread of its own and sends them
 * somewhere, or shows them to whoever asks at the agent's port; and what a jar of the user's may
 * bring for the agent's own.
 *
 * <p>Adding one is a package beside {@code statsd}, {@code log} and {@code prometheus} with a
 * {@link dev.telemetry.agent.report.ReporterFactory}, or a jar of the user's own that names one in
 * its service file. Knows none of them.
 *
 * <p>For such a jar this package is the way in, and its public types are a contract, together with
 * those of {@code dev.telemetry} (the API), {@code dev.telemetry.bus}, {@code
 * dev.telemetry.instrumentation} and the agent's {@code config}, {@code log} and {@code metrics}: a
 * class or method is not removed or changed without the number {@code Telemetry-Spi} going up.
 * {@code docs/extensions.md} is its manual.
 */
package dev.telemetry.agent.report;
