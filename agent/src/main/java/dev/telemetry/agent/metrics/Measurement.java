package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Facts;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Takes out of an event what a metric measures. Immutable, allocates nothing. */
final class Measurement {
  /** Stands for the duration of an event that is no end of a span. */
  static final long NO_DURATION = Long.MIN_VALUE;

  /** How many spans are open, where it is asked of a span's prefix. */
  static final String ACTIVE = "active";

  private static final String DURATION = "duration";

  private final @Nullable String name;
  private final boolean duration;
  private final double constant;
  private final boolean step;

  private Measurement(@Nullable String name, double constant, boolean step) {
    this.name = name;
    this.duration = DURATION.equals(name);
    this.constant = constant;
    this.step = step;
  }

  /** One for each event. */
  static Measurement one() {
    return new Measurement(null, 1, false);
  }

  /** A step up or down from the value before. */
  static Measurement step(double by) {
    return new Measurement(null, by, true);
  }

  /** The event's own number of that name. */
  static Measurement named(String name) {
    return new Measurement(name, Double.NaN, false);
  }

  /** Returns what a metric takes out of an event; null where that event does not feed it. */
  static @Nullable Measurement of(MetricDefinition metric, String event) {
    if (!event.startsWith(metric.event())) {
      return null;
    }
    switch (event.substring(metric.event().length())) {
      case "":
        return valueOf(metric);
      case TelemetryEvents.START:
        return countsActive(metric) ? step(1) : null;
      case TelemetryEvents.STOP:
      case TelemetryEvents.EXCEPTION:
        return countsActive(metric) ? step(-1) : valueOf(metric);
      default:
        return null;
    }
  }

  private static boolean countsActive(MetricDefinition metric) {
    return metric.type() != MetricType.COUNTER && metric.measurement().equals(ACTIVE);
  }

  private static Measurement valueOf(MetricDefinition metric) {
    return metric.type() == MetricType.COUNTER ? one() : named(metric.measurement());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Measurement
        && Objects.equals(((Measurement) other).name, name)
        && Double.compare(((Measurement) other).constant, constant) == 0
        && ((Measurement) other).step == step;
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name) + Double.hashCode(constant);
  }

  boolean isStep() {
    return step;
  }

  /**
   * Returns the value as events measure it; NaN where the event has none.
   *
   * @param nanos how long the span took; {@link #NO_DURATION} where the event ends none
   */
  double of(long nanos, Facts facts) {
    if (name == null) {
      return constant;
    }
    return duration && nanos != NO_DURATION ? nanos : facts.measurement(name);
  }
}
