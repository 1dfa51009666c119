/**
 * Forwards the meters of the application's own Micrometer: finds its registries and reads them from
 * time to time.
 *
 * <p>Knows no type of Micrometer; what does is in {@code companion}. Knows nothing of the agent's
 * own copy, whose classes are never woven.
 */
package dev.telemetry.instrumentation.micrometer;
