/**
 * The agent's own words: one line each, to stderr, never more often than somebody can read.
 *
 * <p>Knows no other package and no logging framework; stdout is the application's.
 */
package dev.telemetry.agent.log;
