package dev.telemetry.agent.cli;

import java.util.List;

/** Tells people about a word that is not known, and which one they may have meant. */
final class Words {
  private static final int FARTHEST = 3;

  private Words() {}

  /**
   * Returns a sentence about a word that is none of those known.
   *
   * @param kind what the word should have been, such as {@code command}
   * @param word what was given; empty where nothing was
   */
  static String unknown(String kind, String word, List<String> known) {
    if (word.isEmpty()) {
      return "no " + kind + " given; expected one of " + String.join(", ", known);
    }
    String nearest = nearest(word, known);
    String advice =
        nearest.isEmpty()
            ? "expected one of " + String.join(", ", known)
            : "did you mean " + nearest + "?";
    return "unknown " + kind + " '" + Text.printable(word) + "'; " + advice;
  }

  private static String nearest(String word, List<String> known) {
    String nearest = "";
    int least = FARTHEST + 1;
    for (String candidate : known) {
      int distance = distance(word, candidate);
      if (distance < least && distance < candidate.length()) {
        nearest = candidate;
        least = distance;
      }
    }
    return nearest;
  }

  /** How many letters have to be put in, taken out or changed. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
