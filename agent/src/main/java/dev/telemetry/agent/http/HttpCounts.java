package dev.telemetry.agent.http;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the port has answered, and what it has not by reason. Thread-safe. */
public final class HttpCounts {
  private final LongAdder answered = new LongAdder();
  private final ConcurrentMap<String, LongAdder> dropped = new ConcurrentHashMap<>();

  HttpCounts() {}

  void answered() {
    answered.increment();
  }

  void dropped(String reason) {
    dropped.computeIfAbsent(reason, first -> new LongAdder()).increment();
  }

  /** Returns how many requests got their answer, whatever it was. */
  public long requests() {
    return answered.sum();
  }

  /** Returns a copy of how many connections ended without, by reason, in alphabetical order. */
  public Map<String, Long> drops() {
    Map<String, Long> copy = new TreeMap<>();
    dropped.forEach((reason, count) -> copy.put(reason, count.sum()));
    return copy;
  }
}
