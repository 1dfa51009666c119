package dev.telemetry.agent.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A number between two bounds. */
final class NumberTest extends ValueTest {
  private final double least;
  private final double most;

  private NumberTest(double least, double most) {
    super(Arrays.asList(least, most), true);
    this.least = least;
    this.most = most;
  }

  /** Both bounds pass. */
  static NumberTest between(double least, double most) {
    return new NumberTest(least, most);
  }

  static NumberTest atLeast(double bound) {
    return new NumberTest(bound, Double.POSITIVE_INFINITY);
  }

  static NumberTest above(double bound) {
    return atLeast(Math.nextUp(bound));
  }

  static NumberTest atMost(double bound) {
    return new NumberTest(Double.NEGATIVE_INFINITY, bound);
  }

  static NumberTest below(double bound) {
    return atMost(Math.nextDown(bound));
  }

  /** Tells whether every number passes one of the two, though neither passes all. */
  boolean fillsWith(NumberTest other) {
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
