package dev.telemetry.agent.config;

import org.jspecify.annotations.Nullable;

/**
 * One key that a feature has asked for: what it expected, what it got and from where. Immutable.
 */
public final class Reading {
  private static final String BY_DEFAULT = "default";

  private final Asked asked;
  private final @Nullable String value;
  private final String source;

  Reading(Asked asked, @Nullable String value, String source) {
    this.asked = asked;
    this.value = value == null ? asked.expected.fallback() : value;
    this.source = value == null ? BY_DEFAULT : source;
  }

  /** Returns the place, such as {@code reporters.statsd.port} or {@code metrics[0].tags[1]}. */
  public String path() {
    return asked.path;
  }

  /** Returns the place with {@code *} for a key of the user's own and {@code []} in a list. */
  public String shape() {
    return asked.shape;
  }

  /** Returns what the feature expects there. */
  public Expected expected() {
    return asked.expected;
  }

  /** Returns the value that counts; null where there is none, not even a default. */
  public @Nullable String value() {
    return value;
  }

  /** Returns the value as anybody may see it: a secret is hidden. */
  public @Nullable String shown() {
    return value == null ? null : Secrets.hidden(asked.path, value);
  }

  /** Tells whether nobody has said anything there. */
  public boolean isDefault() {
    return source.equals(BY_DEFAULT);
  }

  /** Returns {@code file:line:column}, {@code -Dname}, a variable's name, or {@code default}. */
  public String source() {
    return source;
  }
}
