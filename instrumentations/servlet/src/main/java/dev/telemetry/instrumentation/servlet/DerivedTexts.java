package dev.telemetry.instrumentation.servlet;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;

/**
 * Remembers what was derived from a text, so that deriving it again allocates nothing. Thread-safe;
 * beyond a limit nothing more is remembered.
 */
final class DerivedTexts {
  private final int limit;
  private final UnaryOperator<String> derivation;
  private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

  DerivedTexts(int limit, UnaryOperator<String> derivation) {
    this.limit = limit;
    this.derivation = derivation;
  }

  String of(String text) {
    String found = known.get(text);
    return found == null ? derive(text) : found;
  }

  int size() {
    return known.size();
  }

  private String derive(String text) {
    String derived = derivation.apply(text);
    if (known.size() < limit) {
      known.put(text, derived);
    }
    return derived;
  }
}
