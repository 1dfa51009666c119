package dev.telemetry.agent.http;

import java.util.Locale;

/** Reads how much a client likes each of what it accepts (RFC 9110, section 12.4.2). */
final class Weights {
  private Weights() {}

  /**
   * Returns the greatest weight that a header gives to a name, whatever its other parameters.
   *
   * @return from 0 to 1; -1 where the header does not name it
   */
  static double weight(String header, String name) {
    double weight = -1;
    for (String item : header.split(",", -1)) {
      String[] parts = item.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      if (parts[0].equals(name)) {
        weight = Math.max(weight, quality(parts));
      }
    }
    return weight;
  }

  private static double quality(String[] parts) {
    for (String part : parts) {
      if (part.startsWith("q=")) {
        return number(part.substring(2));
      }
    }
    return 1;
  }

  /** What is no number is not liked. */
  private static double number(String text) {
    return text.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
  }
}
