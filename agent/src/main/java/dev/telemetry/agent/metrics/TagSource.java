package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the value of a tag is taken from, before it is mapped. Immutable. */
abstract class TagSource extends Rule {
  TagSource(List<?> parts) {
    super(parts);
  }

  /** Returns the text; null where the event has none. */
  abstract @Nullable String text(Facts facts, @Nullable Throwable error);

  /** Returns the measurement that stands for a text; NaN where the event has none. */
  double measurement(Facts facts, long nanos) {
    return Double.NaN;
  }
}
