/**
 * The mechanism behind {@link dev.telemetry.Telemetry}: who listens to which event, and the
 * hand-over of an event's facts to them on the emitting thread.
 *
 * <p>For hot emitters (instrumentations) and for what binds metrics. Aggregates nothing and knows
 * nobody that listens.
 *
 * <p>Every class loader may have its own copy of this package, in its own version. The copy in the
 * agent is the bus; the others are linked to it while it runs, by {@link
 * dev.telemetry.bus.Bus#link} and the calls that {@link dev.telemetry.bus.Bus#protocol} lists.
 */
package dev.telemetry.bus;
