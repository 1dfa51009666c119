package dev.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A handler that keeps what it is given. */
public final class Recorder implements Handler {
  private final List<Seen> seen = new CopyOnWriteArrayList<>();

  /** One call. */
  public record Seen(String event, Measurements measurements, Metadata metadata, Thread thread) {}

  @Override
  public void handle(String event, Measurements measurements, Metadata metadata) {
    seen.add(new Seen(event, measurements, metadata, Thread.currentThread()));
  }

  public List<Seen> all() {
    return seen;
  }

  public List<String> events() {
    return seen.stream().map(Seen::event).toList();
  }

  public Seen only() {
    if (seen.size() != 1) {
      throw new AssertionError("not one event but " + events());
    }
    return seen.get(0);
  }
}
