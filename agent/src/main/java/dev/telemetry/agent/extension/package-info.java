/**
 * Jars of the user's that add to the agent: finds them, gives each a class loader of its own, makes
 * what their service files name.
 *
 * <p>Knows nothing of what they add. What an extension may use is listed in {@code
 * spi-packages.txt}, which is also what the artifact {@code extension-api} holds.
 */
package dev.telemetry.agent.extension;
