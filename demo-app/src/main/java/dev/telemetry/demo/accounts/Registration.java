package dev.telemetry.demo.accounts;

import java.util.Optional;

/**
 * What somebody typed to register.
 *
 * @param name stripped of surrounding space
 */
record Registration(String name, String password) {
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 40;
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LONGEST_PASSWORD = 200;

  Registration {
    name = name.strip();
  }

  /** Returns why this can't be accepted, as a sentence for its author; empty where it can. */
  Optional<String> problem() {
    if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
      return Optional.of("A name has %d to %d characters.".formatted(SHORTEST_NAME, LONGEST_NAME));
    }
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      return Optional.of(
          "A password has %d to %d characters.".formatted(SHORTEST_PASSWORD, LONGEST_PASSWORD));
    }
    return Optional.empty();
  }
}
