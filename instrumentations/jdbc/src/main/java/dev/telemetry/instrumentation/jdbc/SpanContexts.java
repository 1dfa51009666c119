package dev.telemetry.instrumentation.jdbc;

import java.util.concurrent.atomic.AtomicLong;

/** Tells one span of this JVM from another, where start and end are on different threads. */
final class SpanContexts {
  private static final AtomicLong LAST = new AtomicLong();

  private SpanContexts() {}

  /** Returns one that nobody else has; made only where a handler listens. */
  static String next() {
    return "jdbc-" + Long.toHexString(LAST.incrementAndGet());
  }
}
