/**
 * Where the configuration comes from: finds the file, reads it with positions, lays system
 * properties and environment over it, and collects what is wrong.
 *
 * <p>Each feature reads its own section through {@link dev.telemetry.agent.config.ConfigNode}; what
 * is here beside that are the sections that belong to none.
 */
package dev.telemetry.agent.config;
