/**
 * Shows the series at {@code /metrics}, for Prometheus to come and take them: the text format 0.0.4
 * and OpenMetrics 1.0, written by Prometheus' own library. What a series is there, by which name
 * and labels, is said here.
 */
package dev.telemetry.agent.report.prometheus;
