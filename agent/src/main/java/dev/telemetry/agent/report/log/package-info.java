/**
 * Prints what came since the last time to stderr or a file, a line a series, and a line each event
 * as it passes, for people or as JSON.
 *
 * <p>Owns the lines and the file. Knows no other reporter.
 */
package dev.telemetry.agent.report.log;
