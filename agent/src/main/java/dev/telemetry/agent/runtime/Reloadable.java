package dev.telemetry.agent.runtime;

import dev.telemetry.agent.settings.Settings;
import java.util.Set;

/**
 * A part of the agent that takes a new configuration over while the application runs.
 *
 * <p>Called by one thread at a time. What it throws is said; the other parts go on.
 */
interface Reloadable {

  /** Returns the sections of the configuration that it answers for. */
  Set<String> sections();

  /**
   * Takes over what the settings say; what did not change goes on untouched.
   *
   * @param changes is told what did
   */
  void reload(Settings next, Changes changes);
}
