package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/**
 * Reads one rule about a value.
 *
 * <pre>
 * POST                 this text; of a measurement, this number
 * = absent             this text, although it would be a rule
 * /api/**  GET*        * for any characters but /, ** for any; * alone is present
 * 5xx                  100 numbers: 500 to 599
 * 100..199  1ms..5ms   both bounds pass
 * &gt;= 500  &lt; 200ms      times are nanoseconds, sizes bytes, where there is no unit
 * != GET  != 2xx       what the rule behind it refuses, no value included
 * present  absent
 * </pre>
 */
final class RuleReader {
  static final String ABSENT = "absent";
  static final String REST = "*";
  private static final String PRESENT = "present";

  private RuleReader() {}

  /**
   * Reads a rule.
   *
   * @param key what the value is; a duration's numbers need a unit
   * @throws IllegalArgumentException where the rule is wrong; its message tells what is expected
   */
  static ValueMatcher read(String key, String rule) {
    ValueMatcher test = read(rule.trim(), TelemetryEvents.DURATION.equals(key));
    if (test == null) {
      throw new IllegalArgumentException("a duration with its unit, such as \"> 200ms\"");
    }
    return test;
  }

  private static @Nullable ValueMatcher read(String rule, boolean duration) {
    if (rule.equals(PRESENT) || rule.equals(REST)) {
      return new PresenceMatcher(true);
    }
    if (rule.equals(ABSENT)) {
      return new PresenceMatcher(false);
    }
    if (rule.startsWith("!=")) {
      ValueMatcher refused = read(operand(rule, 2), duration);
      return refused == null ? null : new NotMatcher(refused);
    }
    if (rule.startsWith(">") || rule.startsWith("<")) {
      return comparison(rule, duration);
    }
    return isRange(rule) ? range(rule, duration) : text(rule, duration);
  }

  private static String operand(String rule, int from) {
    String operand = rule.substring(from).trim();
    if (operand.isEmpty()) {
      throw new IllegalArgumentException("a value behind " + rule);
    }
    return operand;
  }

  private static @Nullable ValueMatcher comparison(String rule, boolean duration) {
    boolean equal = rule.startsWith("=", 1);
    String operand = rule.substring(equal ? 2 : 1).trim();
    Quantity bound = Quantity.of(operand);
    if (bound == null) {
      String operator = rule.substring(0, equal ? 2 : 1);
      throw new IllegalArgumentException(
          "a number behind " + operator + ", with or without a unit such as ms or KiB");
    }
    if (lacksUnit(bound, duration)) {
      return null;
    }
    if (rule.startsWith(">")) {
      return equal ? NumberMatcher.atLeast(bound.value) : NumberMatcher.above(bound.value);
    }
    return equal ? NumberMatcher.atMost(bound.value) : NumberMatcher.below(bound.value);
  }

  /** A number of nanoseconds is what nobody means who compares a duration. */
  private static boolean lacksUnit(Quantity quantity, boolean duration) {
    return duration && !quantity.hasUnit && quantity.value != 0;
  }

  private static boolean isRange(String rule) {
    return rule.indexOf("..") > 0 && isNumberAt(rule, rule.charAt(0) == '-' ? 1 : 0);
  }

  private static boolean isNumberAt(String rule, int at) {
    return rule.charAt(at) >= '0' && rule.charAt(at) <= '9';
  }

  private static @Nullable ValueMatcher range(String rule, boolean duration) {
    int dots = rule.indexOf("..");
    Quantity least = Quantity.of(rule.substring(0, dots));
    Quantity most = Quantity.of(rule.substring(dots + 2));
    if (least == null || most == null || least.value > most.value) {
      throw new IllegalArgumentException("a range such as 100..199, the smaller number first");
    }
    boolean lacking = lacksUnit(least, duration) || lacksUnit(most, duration);
    return lacking ? null : NumberMatcher.between(least.value, most.value);
  }

  private static @Nullable ValueMatcher text(String rule, boolean duration) {
    if (duration) {
      return null;
    }
    if (isStatusClass(rule)) {
      double first = (rule.charAt(0) - '0') * 100;
      return NumberMatcher.between(first, first + 99);
    }
    if (rule.startsWith("=")) {
      return new ExactMatcher(Collections.singletonList(operand(rule, 1)));
    }
    boolean glob = rule.contains("*");
    return glob ? new GlobMatcher(rule) : new ExactMatcher(Collections.singletonList(rule));
  }

  private static boolean isStatusClass(String rule) {
    return rule.length() == 3 && isNumberAt(rule, 0) && rule.substring(1).equalsIgnoreCase("xx");
  }
}
