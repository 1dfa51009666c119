package dev.telemetry.agent.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number between two bounds. */
final class NumberMatcher extends ValueMatcher {
  private final double least;
  private final double most;

  private NumberMatcher(double least, double most) {
    super(Arrays.asList(least, most), true);
    this.least = least;
    this.most = most;
  }

  /** Both bounds pass. */
  static NumberMatcher between(double least, double most) {
    return new NumberMatcher(least, most);
  }

  static NumberMatcher atLeast(double bound) {
    return new NumberMatcher(bound, Double.POSITIVE_INFINITY);
  }

  static NumberMatcher above(double bound) {
    return atLeast(Math.nextUp(bound));
  }

  static NumberMatcher atMost(double bound) {
    return new NumberMatcher(Double.NEGATIVE_INFINITY, bound);
  }

  static NumberMatcher below(double bound) {
    return atMost(Math.nextDown(bound));
  }

  /** Tells whether every number passes one of the two, though neither passes all. */
  boolean fillsWith(NumberMatcher other) {
    boolean lower = least == Double.NEGATIVE_INFINITY && other.most == Double.POSITIVE_INFINITY;
    return lower && other.least <= Math.nextUp(most);
  }

  @Override
  boolean testText(@Nullable String text) {
    return text != null && testNumber(PlainNumber.of(text));
  }

  @Override
  boolean testNumber(double number) {
    return number >= least && number <= most;
  }
}
