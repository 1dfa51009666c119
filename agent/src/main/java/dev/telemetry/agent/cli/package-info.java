/**
 * The jar as a program: {@code java -jar telemetry-agent.jar COMMAND}.
 *
 * <p>{@code listen} is a small StatsD daemon for looking at what arrives, {@code check} reads a
 * configuration as the agent would, {@code aot} says how an application is started from a cache of
 * its classes. Knows nothing of the agent that runs inside other JVMs.
 */
package dev.telemetry.agent.cli;
