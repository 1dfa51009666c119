/**
 * Sends series by OpenTelemetry's protocol (OTLP over HTTP, protobuf), as its semantic conventions
 * name and type them.
 *
 * <p>Three parts that know nothing of each other: what of a series is to be told ({@code
 * SeriesCursor}), how that is written ({@code MetricsRequest}), and how bytes get there ({@code
 * HttpTransport}). {@code docs/reporters/otlp.md} has the mapping.
 */
package dev.telemetry.agent.report.otlp;
