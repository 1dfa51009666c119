/** Writes JSON (RFC 8259), for whoever has data for machines. Knows nobody. */
package dev.telemetry.agent.json;
