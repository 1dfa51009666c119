package dev.telemetry.agent.metrics;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

final class OneOf implements ValueTest {
  private final Set<String> values;

  OneOf(String... values) {
    this.values = Collections.unmodifiableSet(new HashSet<>(Arrays.asList(values)));
  }

  @Override
  public boolean test(@Nullable String value) {
    return value != null && values.contains(value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OneOf && ((OneOf) other).values.equals(values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
