package dev.telemetry.agent.metrics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One of these texts; of a measurement, one of these numbers. */
final class ExactMatcher extends ValueMatcher {
  private final Set<String> texts;
  private final double[] numbers;

  ExactMatcher(Collection<String> texts) {
    super(new ArrayList<>(new TreeSet<>(texts)), false);
    this.texts = Collections.unmodifiableSet(new HashSet<>(texts));
    this.numbers =
        texts.stream()
            .mapToDouble(PlainNumber::of)
            .filter(number -> !Double.isNaN(number))
            .toArray();
  }

  /** Returns the texts. */
  Set<String> texts() {
    return texts;
  }

  @Override
  boolean testText(@Nullable String text) {
    return text != null && texts.contains(text);
  }

  @Override
  boolean testNumber(double number) {
    for (double wanted : numbers) {
      if (wanted == number) {
        return true;
      }
    }
    return false;
  }
}
