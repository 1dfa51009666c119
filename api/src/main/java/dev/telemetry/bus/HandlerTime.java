package dev.telemetry.bus;

import java.util.concurrent.atomic.LongAdder;

/** How often a handler was called and how long that took, all threads together. Thread-safe. */
public final class HandlerTime {
  private final String id;
  private final LongAdder calls = new LongAdder();
  private final LongAdder nanos = new LongAdder();

  HandlerTime(String id) {
    this.id = id;
  }

  void add(long nanosOfCall) {
    calls.increment();
    nanos.add(nanosOfCall);
  }

  /** Returns the handler's id. */
  public String id() {
    return id;
  }

  /** Returns how often it was called while that was observed. */
  public long calls() {
    return calls.sum();
  }

  /** Returns the nanoseconds of these calls; what a handler emits itself is part of its time. */
  public long nanos() {
    return nanos.sum();
  }
}
