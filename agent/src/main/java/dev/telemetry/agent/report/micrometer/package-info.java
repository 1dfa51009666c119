/**
 * Feeds Micrometer registries of extension jars from the series, on the reporter's thread: Datadog,
 * Influx, New Relic and all others that Micrometer has.
 *
 * <p>Knows none of them: their class and configuration are found by name.
 */
package dev.telemetry.agent.report.micrometer;
