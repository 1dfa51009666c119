/**
 * The jar as a program: {@code java -jar telemetry-agent.jar COMMAND}.
 *
 * <p>{@code listen} is a small StatsD daemon for looking at what arrives. Knows nothing of the
 * agent that runs inside other JVMs.
 */
package dev.telemetry.agent.cli;
