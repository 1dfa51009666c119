package dev.telemetry.agent.config;

import java.util.Locale;

/** Hides what nobody should read over a shoulder or in a log. */
public final class Secrets {
  /** What is shown instead. */
  public static final String HIDDEN = "****";

  private static final String[] WORDS = {
    "password",
    "passwd",
    "secret",
    "token",
    "api-key",
    "api_key",
    "apikey",
    "authorization",
    "cookie",
    "otlp.headers"
  };

  private Secrets() {}

  /** Returns the value, hidden where its key tells a secret; also what a URL has before its @. */
  static String hidden(String path, String value) {
    return isSecret(path) ? HIDDEN : withoutUser(value);
  }

  /**
   * Tells whether a key, whatever its case, has a word in it that tells a secret. By the whole
   * path, so that everything inside {@code headers.authorization} is one too.
   */
  public static boolean isSecret(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (String word : WORDS) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String withoutUser(String value) {
    int start = value.indexOf("://");
    int end = value.indexOf('@', start + 3);
    boolean user = start >= 0 && end > 0 && value.substring(start + 3, end).indexOf('/') < 0;
    return user ? value.substring(0, start + 3) + HIDDEN + value.substring(end) : value;
  }
}
