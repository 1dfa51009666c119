package dev.telemetry.instrumentation.servlet;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed request is. Immutable. */
final class FailureRules {
  /** What is a failure unless the user says otherwise; a client's mistake is none. */
  static final List<String> DEFAULT =
      unmodifiableList(asList("5xx", ServletEvents.TIMEOUT, Throwable.class.getName()));

  private static final String RANGE = "..";

  private final BitSet statuses = new BitSet();
  private final Set<String> thrown = new HashSet<>();
  private final boolean timeouts;

  /**
   * Reads rules: a status, {@code 4xx}, a range such as {@code 500..599}, {@code timeout}, or the
   * name of a class, with or without its package, that is thrown or is above what is thrown.
   */
  FailureRules(List<String> rules) {
    timeouts = rules.contains(ServletEvents.TIMEOUT);
    for (String rule : rules) {
      if (Character.isDigit(rule.charAt(0))) {
        addStatuses(rule);
      } else {
        thrown.add(rule);
      }
    }
  }

  private void addStatuses(String rule) {
    int range = rule.indexOf(RANGE);
    String first = range < 0 ? rule.replace('x', '0') : rule.substring(0, range);
    String last = range < 0 ? rule.replace('x', '9') : rule.substring(range + RANGE.length());
    statuses.set(Integer.parseInt(first), Integer.parseInt(last) + 1);
  }

  /** Tells whether a request fails that throws this. */
  boolean isFailure(Throwable failure) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      if (thrown.contains(type.getName()) || thrown.contains(simpleName(type))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the type of error of a request that is over; null where it did not fail.
   *
   * @param failed tells whether the container says so, without knowing what was thrown
   */
  @Nullable String errorType(
      @Nullable Throwable thrown, boolean timedOut, boolean failed, @Nullable Integer status) {
    if (thrown != null && isFailure(thrown)) {
      return thrown.getClass().getName();
    }
    if (timedOut && timeouts) {
      return ServletEvents.TIMEOUT;
    }
    if (status != null && status >= 0 && statuses.get(status)) {
      return status.toString();
    }
    return failed && thrown == null && areAllThrown() ? ServletEvents.OTHER : null;
  }

  private boolean areAllThrown() {
    return thrown.contains(Throwable.class.getName());
  }

  private static String simpleName(Class<?> type) {
    String name = type.getName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
