/**
 * The jar's entry points: {@code premain}, {@code agentmain} and {@code main}. Does almost nothing
 * itself.
 */
package dev.telemetry.agent;
