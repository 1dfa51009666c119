package dev.telemetry.instrumentation.micrometer;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;

/** Every name of this instrumentation, once. */
final class MicrometerEvents {
  /** A single event. */
  static final String REGISTRY = "micrometer.registry";

  static final String TYPE = "micrometer.registry.type";

  /** Key: {@code true} or {@code false}. */
  static final String FORWARDED = "micrometer.registry.forwarded";

  private MicrometerEvents() {}

  static EventDefinition registry() {
    return EventDefinition.event(
            REGISTRY, "A registry of the application's has its first meter.", Registries.class)
        .withKey(TYPE, "The registry's class.")
        .withKey(
            FORWARDED,
            "Whether its meters are read; `false` where it only passes on to others, or keeps no"
                + " totals.");
  }

  static MetricDefinition registries() {
    return new MetricDefinition(MetricType.COUNTER, "micrometer.registry.count")
        .withEvent(REGISTRY)
        .withTags(TYPE, FORWARDED)
        .withUnit("{registry}")
        .withDescription("Registries that the application has made, and whether they are read.");
  }
}
