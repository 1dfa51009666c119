/**
 * The live dashboard: what was measured in the last hour, second by second, and the page that shows
 * it.
 *
 * <p>Owns the history, its form on the wire and the page's files. Reads series and events and
 * changes nothing; must not know reporters' own packages or what runs the agent.
 */
package dev.telemetry.agent.dashboard;
