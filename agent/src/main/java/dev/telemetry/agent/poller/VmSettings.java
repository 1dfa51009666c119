package dev.telemetry.agent.poller;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What {@code instrumentations: {vm: {enabled: true, every: 5s}}} says. Immutable. */
public final class VmSettings {
  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

  private final boolean enabled;
  private final long everyNanos;

  VmSettings(boolean enabled, long everyNanos) {
    this.enabled = enabled;
    this.everyNanos = everyNanos;
  }

  /** Reads the section; what is wrong leaves the default. */
  public static VmSettings read(ConfigNode root) {
    ConfigNode own = root.child("instrumentations").child("vm");
    return new VmSettings(own.child("enabled").flag(true), own.child("every").nanos(LEAST, EVERY));
  }

  /** Returns the metrics that exist without any configuration; none where this is off. */
  public List<MetricDefinition> metrics() {
    return enabled ? VmMetrics.all() : Collections.emptyList();
  }

  boolean enabled() {
    return enabled;
  }

  long everyNanos() {
    return everyNanos;
  }
}
