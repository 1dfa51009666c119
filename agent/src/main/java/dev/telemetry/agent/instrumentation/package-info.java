/**
 * Reads what users set for instrumentations: the sections {@code http}, as far as it is about
 * requests that are measured, and {@code measure}.
 *
 * <p>Says what is wrong in the users' words; what is right goes on as plain data under the name of
 * the instrumentation that it is for. Knows of these no more than their names of events.
 */
package dev.telemetry.agent.instrumentation;
