package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.config.NearestWord;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The names that are known while metrics are read: those of reporters, and what the default metrics
 * tell of events. Events may have any other keys too, and there are other events. For one thread.
 */
final class KnownNames {
  private static final int LIKELY_MISTAKE = 2;
  private static final int SHORTEST = 5;
  private static final List<String> ENDS =
      Arrays.asList("", TelemetryEvents.START, TelemetryEvents.STOP, TelemetryEvents.EXCEPTION);

  private final List<MetricDefinition> defaults;
  private final List<String> reporters;
  private final Predicate<String> declared;
  private final Set<String> keys = new LinkedHashSet<>();
  private final Map<String, Set<String>> measurementsByEvent = new LinkedHashMap<>();
  private @Nullable List<String> events;

  /**
   * Takes what is known.
   *
   * @param declared tells whether an event is declared, though no default metric is made of it;
   *     asked only where one looks misspelt
   */
  KnownNames(
      List<MetricDefinition> defaults, Collection<String> reporters, Predicate<String> declared) {
    this.declared = declared;
    this.defaults = defaults;
    this.reporters = new ArrayList<>(reporters);
    keys.add(TelemetryEvents.DURATION);
    keys.add(TelemetryEvents.ERROR_TYPE);
    defaults.forEach(definition -> keys.addAll(definition.tags()));
    defaults.forEach(definition -> keys.addAll(definition.keep().keySet()));
    defaults.forEach(this::addEvent);
  }

  private void addEvent(MetricDefinition definition) {
    Set<String> measurements =
        measurementsByEvent.computeIfAbsent(definition.event(), first -> new LinkedHashSet<>());
    measurements.add(definition.measurement());
    measurements.add(TelemetryEvents.DURATION);
  }

  /** Returns what an event measures, an end of a span too; null where no default metric tells. */
  private @Nullable Set<String> measured(String event) {
    for (String end : ENDS) {
      String span = event.substring(0, Math.max(0, event.length() - end.length()));
      if (event.endsWith(end) && measurementsByEvent.containsKey(span)) {
        return measurementsByEvent.get(span);
      }
    }
    return null;
  }

  /** Returns the names of events, those of the ends of spans among them. */
  private List<String> events() {
    List<String> known = events;
    if (known == null) {
      known = new ArrayList<>();
      for (String event : measurementsByEvent.keySet()) {
        for (String end : ENDS) {
          known.add(event + end);
        }
      }
      events = known;
    }
    return known;
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
    noteLikelyMistake(at, "no event is known to have", name, keys);
    return name.indexOf('.') < 0 ? FactKey.flat(name) : FactKey.nested(name);
  }

  /**
   * Notes that the event of a metric, or what it measures, may be misspelt. There are others than
   * those of the default metrics, hence only what is nearly one of these, and not declared, is
   * worth a note.
   *
   * @param event where the event is written
   * @param measurement where the measurement is written
   */
  void noteLikelyMistakes(MetricDefinition metric, ConfigNode event, ConfigNode measurement) {
    Set<String> measured = measured(metric.event());
    if (measured == null) {
      List<String> events = events();
      String name = metric.event();
      if (meant(name, events) != null && !declared.test(name)) {
        noteLikelyMistake(event, "no event is known by the name", name, events);
      }
    } else if (metric.type() != MetricType.COUNTER && !measured.contains(metric.measurement())) {
      String unknown = metric.event() + " is not known to measure";
      noteLikelyMistake(measurement, unknown, metric.measurement(), measured);
    }
  }

  private static void noteLikelyMistake(
      ConfigNode at, String unknown, String name, Collection<String> known) {
    String meant = meant(name, known);
    if (meant != null) {
      at.note(unknown + " \"" + name + "\" (did you mean \"" + meant + "\"?)");
    }
  }

  private static @Nullable String meant(String name, Collection<String> known) {
    return name.length() < SHORTEST ? null : NearestWord.within(LIKELY_MISTAKE, name, known);
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
