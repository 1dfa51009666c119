package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many in each second, minute or hour, the first of them. Used by one thread. */
public final class RateLimit {
  private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,6})/(s|min|h)");

  private final int most;
  private final long periodNanos;
  private long began;
  private int admitted;

  private RateLimit(int most, long periodNanos) {
    this.most = most;
    this.periodNanos = periodNanos;
  }

  /**
   * Reads a limit such as {@code 10/min}; what is none is an error of the place.
   *
   * @param fallback the limit where none is given
   */
  public static RateLimit read(ConfigNode node, String fallback) {
    String text = node.text(fallback);
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      node.expected("a limit such as 10/min, 1/s or 100/h", text);
      return new RateLimit(1, 1);
    }
    return new RateLimit(Integer.parseInt(written.group(1)), period(written.group(2)));
  }

  private static long period(String unit) {
    switch (unit) {
      case "s":
        return TimeUnit.SECONDS.toNanos(1);
      case "min":
        return TimeUnit.MINUTES.toNanos(1);
      default:
        return TimeUnit.HOURS.toNanos(1);
    }
  }

  /** Returns a limit of its own that has admitted nothing yet. */
  public RateLimit fresh() {
    return new RateLimit(most, periodNanos);
  }

  /**
   * Tells whether one more is within the limit, and counts it.
   *
   * @param nanos when it came, on any clock that is always the same one
   */
  public boolean admits(long nanos) {
    if (admitted == 0 || nanos - began >= periodNanos) {
      began = nanos;
      admitted = 0;
    }
    return admitted < most && ++admitted > 0;
  }
}
