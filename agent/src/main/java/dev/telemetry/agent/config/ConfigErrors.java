package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong with a configuration, in the order found: one sentence each, with the place first.
 *
 * <p>Notes are told like errors, but nothing stays off for them. Used by the thread that reads the
 * configuration.
 */
public final class ConfigErrors {
  private static final int MOST = 100;

  private final List<String> messages = new ArrayList<>();
  private int inFiles;
  private int elsewhere;

  /** Makes an empty collection. */
  public ConfigErrors() {}

  /** Adds an error in a file; beyond a hundred they are no help and are left out. */
  public void add(String message) {
    inFiles++;
    tell(message);
  }

  /** Adds an error in a system property or a variable, which nobody can correct at run time. */
  void addGiven(String message) {
    elsewhere++;
    tell(message);
  }

  /** Adds what people should know although nothing is wrong. */
  void note(String message) {
    tell(message);
  }

  private void tell(String message) {
    if (messages.size() < MOST) {
      messages.add(message);
    }
  }

  /** Tells whether nothing is wrong; there may be notes. */
  public boolean isEmpty() {
    return inFiles + elsewhere == 0;
  }

  /** Tells whether nothing is wrong with the files. */
  public boolean noneInFiles() {
    return inFiles == 0;
  }

  /** Returns errors and notes as an unmodifiable view. */
  public List<String> messages() {
    return Collections.unmodifiableList(messages);
  }
}
