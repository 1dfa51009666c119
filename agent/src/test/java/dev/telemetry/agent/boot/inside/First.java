package dev.telemetry.agent.boot.inside;

/** One of the agent's classes, in a test's jar. */
public final class First {}
