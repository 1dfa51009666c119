/**
 * Micrometer's view of the series: its binders and an application's own meters record into the same
 * aggregates that reporters read.
 *
 * <p>Nothing else of the agent's metrics needs Micrometer, so that it is loaded only when used.
 */
package dev.telemetry.agent.metrics.micrometer;
