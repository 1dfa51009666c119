/**
 * The agent about itself: what it emitted, wove, reported, and what that has cost, as events {@code
 * telemetry.*} on a period. Off unless it is asked for.
 *
 * <p>Owns these events' names, metrics and measurements. All of them look at what is counted
 * anyhow; only events by name and the time of handlers are counted for this package, by the bus.
 * Knows no reporter by name.
 */
package dev.telemetry.agent.self;
