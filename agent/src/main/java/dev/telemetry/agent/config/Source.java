package dev.telemetry.agent.config;

/** Something that a configuration was read from, and that may say something else later. */
interface Source {

  /** Looks again: equal texts mean that nothing has changed. Never throws. */
  String look();

  /** Tells whether there is nothing now, as while an editor is about to write. */
  boolean isEmpty();
}
