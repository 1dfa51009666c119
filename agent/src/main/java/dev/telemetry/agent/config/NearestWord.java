package dev.telemetry.agent.config;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the valid word that somebody meant who wrote another one. */
public final class NearestWord {
  private static final int LONGEST = 80;

  private NearestWord() {}

  /** Returns {@code (did you mean "x"?)} behind a space, or nothing where no word is near. */
  public static String hint(String written, Collection<String> valid) {
    String nearest = of(written, valid);
    return nearest == null ? "" : " (did you mean \"" + nearest + "\"?)";
  }

  /** Says that a word is not among the valid ones, and which of these it may be. */
  public static String unlisted(String expected, String written, Collection<String> valid) {
    return "expected " + expected + ", got " + RawNode.quoted(written) + hint(written, valid);
  }

  static @Nullable String of(String written, Collection<String> valid) {
    if (written.length() > LONGEST) {
      return null;
    }
    String nearest = null;
    int least = Math.max(1, written.length() / 3) + 1;
    for (String word : valid) {
      int distance = distance(written.toLowerCase(Locale.ROOT), word.toLowerCase(Locale.ROOT));
      if (distance < least) {
        nearest = word;
        least = distance;
      }
    }
    return nearest != null ? nearest : partOf(written, valid);
  }

  /**
   * Returns the word that is reached by the fewest changes; null where that takes more than {@code
   * most}, or none because the word is valid.
   */
  public static @Nullable String within(int most, String written, Collection<String> valid) {
    String nearest = null;
    int least = written.length() > LONGEST ? 0 : most + 1;
    for (String word : valid) {
      int apart = Math.abs(word.length() - written.length());
      int distance = apart < least ? distance(written, word) : apart;
      if (distance < least) {
        nearest = word;
        least = distance;
      }
    }
    return least == 0 ? null : nearest;
  }

  private static @Nullable String partOf(String written, Collection<String> valid) {
    String lower = written.toLowerCase(Locale.ROOT);
    for (String word : valid) {
      boolean shortened = lower.length() >= 3 && word.startsWith(lower);
      if (shortened || (word.length() >= 3 && lower.contains(word))) {
        return word;
      }
    }
    return null;
  }

  /** Counts insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          distances[i][j] = i + j;
          continue;
        }
        int changed = distances[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int moved = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
        int swapped = isSwap(a, i, b, j) ? distances[i - 2][j - 2] + 1 : moved;
        distances[i][j] = Math.min(swapped, Math.min(changed, moved));
      }
    }
    return distances[a.length()][b.length()];
  }

  private static boolean isSwap(String a, int i, String b, int j) {
    return i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
