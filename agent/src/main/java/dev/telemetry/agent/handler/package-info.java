/**
 * Handlers of the user's that a configuration attaches: classes of extension jars, and the events
 * that each is given.
 *
 * <p>Owns the section {@code handlers} and one object of each class. Knows no reporter and no
 * metric.
 */
package dev.telemetry.agent.handler;
