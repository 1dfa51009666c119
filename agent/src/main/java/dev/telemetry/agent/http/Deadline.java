package dev.telemetry.agent.http;

import java.util.concurrent.TimeUnit;

/**
 * Until when a connection has to come on: the whole request within ten seconds, then each piece of
 * the answer within ten seconds and all of it within a minute. Set by the thread that has the
 * connection, looked at by the listener.
 */
final class Deadline {
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private static final long MOST = TimeUnit.MINUTES.toNanos(1);
  private static final long NEVER = TimeUnit.DAYS.toNanos(10_000);

  private volatile long nanos;
  private long end;

  /** The request may begin. */
  Deadline(long now) {
    end = now + PATIENCE;
    nanos = end;
  }

  /** The request is there, to be answered. */
  void answering(long now) {
    end = now + MOST;
    nanos = end;
  }

  /** The answer has no end. */
  void endless(long now) {
    end = now + NEVER;
    nanos = end;
  }

  /** A piece of the answer is given to the client. */
  void writing(long now) {
    long soon = now + PATIENCE;
    nanos = soon - end < 0 ? soon : end;
  }

  /** The client has taken it. */
  void written() {
    nanos = end;
  }

  boolean isOver(long now) {
    return now - nanos >= 0;
  }
}
