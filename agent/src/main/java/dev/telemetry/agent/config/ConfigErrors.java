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
  private int notes;

  /** Makes an empty collection. */
  public ConfigErrors() {}

  /** Adds an error; beyond a hundred they are no help and are left out. */
  public void add(String message) {
    if (messages.size() < MOST) {
      messages.add(message);
    }
  }

  /** Adds what people should know although nothing is wrong. */
  void note(String message) {
    notes++;
    add(message);
  }

  /** Tells whether nothing is wrong; there may be notes. */
  public boolean isEmpty() {
    return messages.size() <= notes;
  }

  /** Returns errors and notes as an unmodifiable view. */
  public List<String> messages() {
    return Collections.unmodifiableList(messages);
  }
}
