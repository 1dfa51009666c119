/**
 * Where the configuration comes from: finds the file, reads it with positions, lays system
 * properties and environment over it, and collects what is wrong.
 *
 * <p>Each feature reads its own section through {@link dev.telemetry.agent.config.ConfigNode}; this
 * package knows no feature and no key.
 */
package dev.telemetry.agent.config;
