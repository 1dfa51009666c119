package dev.telemetry.demo.letters;

/**
 * A letter to one user.
 *
 * @param kind what it is about, one word
 */
public record Letter(String kind, String text) {

  /** A letter to somebody who has just registered. */
  public static Letter welcome(String name) {
    return new Letter("welcome", "Dear " + name + ", it is good to have you here.");
  }

  /** Returns how long it is. */
  int words() {
    return text.split(" ").length;
  }
}
