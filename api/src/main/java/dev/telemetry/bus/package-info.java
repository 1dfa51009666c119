/**
 * The mechanism behind {@link dev.telemetry.Telemetry}: who listens to which event, and the
 * hand-over of an event's facts to them on the emitting thread.
 *
 * <p>For hot emitters (instrumentations) and for what binds metrics. Aggregates nothing and knows
 * nobody that listens.
 */
package dev.telemetry.bus;
