/**
 * Turns events into series: which metric binds to which event, the tags of a value, and the
 * aggregates that reporters read on their own threads.
 *
 * <p>Records each value once, however many reporters there are. Knows no reporter, no configuration
 * file and, but for its sub-package, no Micrometer.
 */
package dev.telemetry.agent.metrics;
