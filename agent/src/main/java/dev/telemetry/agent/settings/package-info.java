/**
 * What a configuration asks of all features together, read and started by nobody yet: the agent and
 * the command {@code check} read it by the very same code.
 */
package dev.telemetry.agent.settings;
