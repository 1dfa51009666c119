package dev.telemetry.agent.instrumentation;

import dev.telemetry.agent.config.ConfigNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks one item of the list that says which requests have failed. */
final class FailureItem {
  private static final String TIMEOUT = "timeout";
  private static final Pattern STATUS = Pattern.compile("[1-5](\\d\\d|xx)");
  private static final Pattern RANGE = Pattern.compile("([1-5]\\d\\d)\\.\\.([1-5]\\d\\d)");

  /** With a package, or as a simple name that begins as class names do. */
  private static final Pattern CLASS =
      Pattern.compile(
          "([\\p{L}_$][\\p{L}\\d_$]*\\.)+[\\p{L}_$][\\p{L}\\d_$]*|\\p{Lu}[\\p{L}\\d_$]*");

  private FailureItem() {}

  /** Adds an error where the item is none of what there can be. */
  static void check(ConfigNode item) {
    String text = item.text();
    boolean word = TIMEOUT.equals(text) || HttpSection.DEFAULT.equals(text);
    if (text == null || word || isStatus(text) || CLASS.matcher(text).matches()) {
      return;
    }
    item.expected(
        "a status such as 404, 4xx or 500..599, timeout, or the name of an exception's class",
        text,
        TIMEOUT,
        HttpSection.DEFAULT,
        "4xx",
        "5xx");
  }

  private static boolean isStatus(String text) {
    Matcher range = RANGE.matcher(text);
    return STATUS.matcher(text).matches()
        || (range.matches() && range.group(1).compareTo(range.group(2)) <= 0);
  }
}
