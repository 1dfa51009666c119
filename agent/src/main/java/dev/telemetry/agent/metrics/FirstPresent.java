package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of the first of some keys that has one. */
final class FirstPresent extends TagSource {
  private final FactKey[] keys;

  FirstPresent(List<FactKey> keys) {
    super(new ArrayList<>(keys));
    this.keys = keys.toArray(new FactKey[0]);
  }

  @Override
  @Nullable String text(Facts facts, @Nullable Throwable error) {
    for (FactKey key : keys) {
      String text = key.text(facts, error);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  @Override
  double measurement(Facts facts, long nanos) {
    for (FactKey key : keys) {
      double measured = key.measurement(facts, nanos);
      if (!Double.isNaN(measured)) {
        return measured;
      }
    }
    return Double.NaN;
  }
}
