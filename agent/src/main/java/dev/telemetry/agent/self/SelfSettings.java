package dev.telemetry.agent.self;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What {@code instrumentations: {agent: {enabled: true, every: 10s}}} says. Immutable. */
public final class SelfSettings {
  private static final long LEAST = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long EVERY = TimeUnit.SECONDS.toNanos(10);

  private final boolean enabled;
  private final Duration every;

  SelfSettings(boolean enabled, Duration every) {
    this.enabled = enabled;
    this.every = every;
  }

  /** Reads the section; what is wrong leaves the default. */
  public static SelfSettings read(ConfigNode root) {
    ConfigNode own =
        root.child("instrumentations").child("agent", "The agent about itself: `telemetry.*`.");
    boolean enabled = own.child("enabled", "Whether it measures itself.").flag(false);
    long every = own.child("every", "How often it looks at itself.").nanos(LEAST, EVERY);
    return new SelfSettings(enabled, Duration.ofNanos(every));
  }

  /** Returns the metrics that come with it; none where this is off. */
  public List<MetricDefinition> metrics() {
    return enabled ? allMetrics() : Collections.emptyList();
  }

  /** Returns the metrics that come where this is on. */
  public static List<MetricDefinition> allMetrics() {
    return SelfMetrics.ALL;
  }

  /** Returns all events that are emitted where this is on. */
  public static List<EventDefinition> events() {
    return SelfDeclarations.all();
  }

  boolean enabled() {
    return enabled;
  }

  Duration every() {
    return every;
  }
}
