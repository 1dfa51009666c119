package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong with a configuration, in the order found: one sentence each, with the place first.
 *
 * <p>Used by the thread that reads the configuration.
 */
public final class ConfigErrors {
  private static final int MOST = 100;

  private final List<String> messages = new ArrayList<>();

  /** Makes an empty collection. */
  public ConfigErrors() {}

  /** Adds an error; beyond a hundred they are no help and are left out. */
  public void add(String message) {
    if (messages.size() < MOST) {
      messages.add(message);
    }
  }

  /** Tells whether nothing is wrong. */
  public boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Returns the errors as an unmodifiable view. */
  public List<String> messages() {
    return Collections.unmodifiableList(messages);
  }
}
