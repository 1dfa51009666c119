/**
 * Wires the agent together: configuration, bus, metrics, weaving, reporters, and takes it apart
 * again. Everything is made here and handed on by constructors.
 */
package dev.telemetry.agent.runtime;
