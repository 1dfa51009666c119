package dev.telemetry.agent.metrics;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Whether there is a value at all. */
final class PresenceMatcher extends ValueMatcher {
  private final boolean wanted;

  PresenceMatcher(boolean wanted) {
    super(Collections.singletonList(wanted), true);
    this.wanted = wanted;
  }

  @Override
  boolean testText(@Nullable String text) {
    return (text != null) == wanted;
  }

  @Override
  boolean testNumber(double number) {
    return wanted;
  }
}
