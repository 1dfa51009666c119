package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The value of one key. */
final class KeySource extends TagSource {
  private final FactKey key;

  KeySource(FactKey key) {
    super(Collections.singletonList(key));
    this.key = key;
  }

  FactKey key() {
    return key;
  }

  @Override
  @Nullable String text(Facts facts, @Nullable Throwable error) {
    return key.text(facts, error);
  }

  @Override
  double measurement(Facts facts, long nanos) {
    return key.measurement(facts, nanos);
  }
}
