package dev.telemetry.agent.metrics;

import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** What another test refuses, no value included. */
final class NotMatcher extends ValueMatcher {
  private final ValueMatcher refused;

  NotMatcher(ValueMatcher refused) {
    super(Collections.singletonList(refused), refused.isNumeric());
    this.refused = refused;
  }

  @Override
  boolean testText(@Nullable String text) {
    return !refused.testText(text);
  }

  @Override
  boolean testNumber(double number) {
    return !refused.testNumber(number);
  }
}
