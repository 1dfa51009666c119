package dev.telemetry.agent.report.otlp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;

/**
 * What a server's {@code Retry-After} asks for: seconds, or a date, by RFC 9110, section 10.2.3.
 * Immutable.
 */
final class RetryAfter {
  private static final long LONGEST_SECONDS = 3_600;

  private final String value;

  /** Takes the header's value; empty where there is none. */
  RetryAfter(String value) {
    this.value = value;
  }

  /**
   * Returns how long to wait, at most an hour; 0 where the value says nothing that can be read.
   *
   * @param nowMillis since 1970, for a date
   */
  long nanos(long nowMillis) {
    boolean number = value.matches("\\d{1,9}");
    long millis = number ? TimeUnit.SECONDS.toMillis(Long.parseLong(value)) : date() - nowMillis;
    long most = TimeUnit.SECONDS.toMillis(LONGEST_SECONDS);
    return TimeUnit.MILLISECONDS.toNanos(Math.max(0, Math.min(most, millis)));
  }

  private long date() {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)).toEpochMilli();
    } catch (DateTimeException noDate) {
      return 0;
    }
  }
}
