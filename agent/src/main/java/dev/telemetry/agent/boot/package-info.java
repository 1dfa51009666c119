/**
 * From the application's class path into the agent's own loader; the only part that the
 * application's loader holds.
 *
 * <p>JDK types only. Knows nobody but the name of the class to go on with.
 */
package dev.telemetry.agent.boot;
