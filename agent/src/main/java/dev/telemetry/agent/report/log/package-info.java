/**
 * Prints what came since the last time to stderr, a line a series or event, for people or as JSON.
 */
package dev.telemetry.agent.report.log;
