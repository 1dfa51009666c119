package dev.telemetry.agent.poller;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.EventDefinition;
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
    ConfigNode own = root.child("instrumentations").child("vm", "The VM about itself.");
    return new VmSettings(
        own.child("enabled", "Whether it measures.").flag(true),
        own.child("every", "How often the VM is asked.").nanos(LEAST, EVERY));
  }

  /** Returns the metrics that exist without any configuration; none where this is off. */
  public List<MetricDefinition> metrics() {
    return enabled ? VmMetrics.ALL : Collections.emptyList();
  }

  /** Returns all events that are emitted where this is on. */
  public static List<EventDefinition> events() {
    return VmDeclarations.all();
  }

  boolean enabled() {
    return enabled;
  }

  long everyNanos() {
    return everyNanos;
  }
}
