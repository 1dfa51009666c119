package dev.telemetry.agent.config;

import java.util.concurrent.TimeUnit;

/** The section {@code reload}: whether and how often the files are looked at. Immutable. */
public final class ReloadSection {
  private final boolean enabled;
  private final long everyNanos;

  private ReloadSection(ConfigNode node) {
    enabled = node.child("enabled", "Whether changes count while the application runs.").flag(true);
    everyNanos =
        node.child("every", "How often the files are looked at.")
            .nanos(TimeUnit.MILLISECONDS.toNanos(50), TimeUnit.SECONDS.toNanos(1));
  }

  /** Reads the section; what is wrong leaves the default. */
  public static ReloadSection read(ConfigNode root) {
    return new ReloadSection(
        root.child("reload", "Whether and how often the files are read again."));
  }

  /** Tells whether changes take effect while the application runs. */
  public boolean enabled() {
    return enabled;
  }

  /** Returns the time between two looks at the files. */
  public long everyNanos() {
    return everyNanos;
  }
}
