package dev.telemetry.agent.poller;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Event;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of one event and what they are about, until it is emitted. For one thread. */
public final class Reading {
  private final Map<String, Number> numbers = new LinkedHashMap<>();
  private final Map<String, Object> about = new LinkedHashMap<>();

  /** Makes one of no numbers. */
  public Reading() {}

  /** Takes what the numbers are about. */
  public Reading about(String key, Object value) {
    about.put(key, value);
    return this;
  }

  /** Takes a number, unless it is negative: that is how the VM says that it does not know. */
  public Reading number(String name, long value) {
    if (value >= 0) {
      numbers.put(name, value);
    }
    return this;
  }

  /** Takes a part of a whole, unless it is negative or not a number. */
  Reading fraction(String name, double value) {
    if (value >= 0) {
      numbers.put(name, value);
    }
    return this;
  }

  /** Emits what was taken; nothing where that is no number at all. */
  public void emit(Event event) {
    if (!numbers.isEmpty()) {
      event.execute(Measurements.of(numbers), Metadata.of(about));
    }
  }
}
