package dev.telemetry.agent.config;

import java.util.concurrent.TimeUnit;

/** The section {@code reload}: whether and how often the files are looked at. Immutable. */
public final class ReloadSection {
  private final boolean enabled;
  private final long everyNanos;

  private ReloadSection(ConfigNode node) {
    enabled = node.child("enabled").flag(true);
    everyNanos =
        node.child("every").nanos(TimeUnit.MILLISECONDS.toNanos(50), TimeUnit.SECONDS.toNanos(1));
  }

  /** Reads the section; what is wrong leaves the default. */
  public static ReloadSection read(ConfigNode root) {
    return new ReloadSection(root.child("reload"));
  }

  /** {@code enabled}: whether changes take effect while the application runs; true by default. */
  public boolean enabled() {
    return enabled;
  }

  /** {@code every}: how often the files are looked at, at least {@code 50ms}; {@code 1s}. */
  public long everyNanos() {
    return everyNanos;
  }
}
