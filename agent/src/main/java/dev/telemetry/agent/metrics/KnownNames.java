package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.NearestWord;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that are known while metrics are read: those of reporters, and what the default metrics
 * tell of events. Events may have any other keys too.
 */
final class KnownNames {
  private static final int LIKELY_MISTAKE = 2;
  private static final int SHORTEST = 5;

  private final List<MetricDefinition> defaults;
  private final List<String> reporters;
  private final Set<String> keys = new LinkedHashSet<>();

  KnownNames(List<MetricDefinition> defaults, Collection<String> reporters) {
    this.defaults = defaults;
    this.reporters = new ArrayList<>(reporters);
    keys.add(TelemetryEvents.DURATION);
    keys.add(TelemetryEvents.ERROR_TYPE);
    defaults.forEach(definition -> keys.addAll(definition.tags()));
    defaults.forEach(definition -> keys.addAll(definition.keep().keySet()));
  }

  /** Returns the names of the reporters. */
  List<String> reporters() {
    return reporters;
  }

  /** Returns a key that was written at a place, and notes there that it may be misspelt. */
  FactKey key(ConfigNode at, String name) {
    if (keys.contains(name)) {
      return FactKey.flat(name);
    }
    String meant = NearestWord.within(LIKELY_MISTAKE, name, keys);
    if (meant != null && name.length() >= SHORTEST) {
      at.note("no event is known to have \"" + name + "\" (did you mean \"" + meant + "\"?)");
    }
    return name.indexOf('.') < 0 ? FactKey.flat(name) : FactKey.nested(name);
  }

  /** Returns the default metric of the same event and measurement; null where there is none. */
  @Nullable MetricDefinition alike(MetricDefinition bare) {
    for (MetricDefinition other : defaults) {
      boolean same = other.event().equals(bare.event());
      if (same && other.measurement().equals(bare.measurement())) {
        return other;
      }
    }
    return null;
  }

  /** Returns the default metric that one of this name replaces; null where there is none. */
  @Nullable MetricDefinition replaced(MetricDefinition bare) {
    for (MetricDefinition other : defaults) {
      if (other.name().equals(bare.name())) {
        return other;
      }
    }
    return null;
  }
}
