package dev.telemetry.agent;

/** A loader of which the class is one of the agent's. */
public final class LoaderOfTheAgent extends ClassLoader {}
