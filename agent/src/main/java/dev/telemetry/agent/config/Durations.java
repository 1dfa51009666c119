package dev.telemetry.agent.config;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads {@code 200ms}, {@code 10s}, {@code 5m}: a whole number and a unit. */
final class Durations {
  private Durations() {}

  /** Returns nanoseconds; -1 where the text is no duration. */
  static long nanos(String text) {
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    TimeUnit unit = unit(text.substring(digits).trim());
    if (unit == null || digits == 0 || digits > 9) {
      return -1;
    }
    return unit.toNanos(Long.parseLong(text.substring(0, digits)));
  }

  private static @Nullable TimeUnit unit(String name) {
    switch (name) {
      case "ms":
        return TimeUnit.MILLISECONDS;
      case "s":
        return TimeUnit.SECONDS;
      case "m":
      case "min":
        return TimeUnit.MINUTES;
      case "h":
        return TimeUnit.HOURS;
      default:
        return null;
    }
  }

  /** Returns the shortest exact form, for messages. */
  static String text(long nanos) {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
    if (millis % 1000 != 0 || millis == 0) {
      return millis + "ms";
    }
    long seconds = millis / 1000;
    return seconds % 60 == 0 && seconds > 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
