package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bus, metrics bound to it, and their series. */
final class MetricsFixture {
  static final String SPAN = "http.server.request";

  final Bus bus = new Bus();
  final SeriesRegistry registry;
  final MetricBinder binder;
  final SpanEvents spanEvents;
  private final Event start;
  private final Event stop;
  private final Event exception;

  MetricsFixture(Metric... metrics) {
    this(new SeriesRegistry(), metrics);
  }

  MetricsFixture(SeriesRegistry registry, Metric... metrics) {
    this.registry = registry;
    binder = new MetricBinder(registry, Arrays.asList(metrics));
    bus.subscribe(binder);
    spanEvents = bus.span(SPAN);
    start = bus.event(SPAN + ".start");
    stop = bus.event(SPAN + ".stop");
    exception = bus.event(SPAN + ".exception");
  }

  /** Metrics as a configuration file defines them, one in flow style or more with line feeds. */
  static MetricsFixture yaml(String... items) {
    return new MetricsFixture(metrics(items).toArray(new Metric[0]));
  }

  static List<Metric> metrics(String... items) {
    return readAll(List.of(), "- " + String.join("\n- ", items));
  }

  /** A metric beside default ones, of which the last may be the one that it replaces. */
  static Metric read(List<MetricDefinition> defaults, String item) {
    List<Metric> metrics = readAll(defaults, "- " + item);
    return metrics.get(metrics.size() - 1);
  }

  private static List<Metric> readAll(List<MetricDefinition> defaults, String items) {
    Config config = ConfigFixture.yaml("metrics:", items).load();
    List<Metric> metrics =
        MetricsSection.read(
            config.root(), new DefaultMetrics(defaults, List.of("statsd", "log"), event -> false));
    config.root().rejectUnread();
    if (!config.errors().messages().isEmpty()) {
      throw new AssertionError(config.errors().messages());
    }
    return metrics;
  }

  /** Metrics of several files. */
  static List<Metric> eachAlone(String... items) {
    return Arrays.stream(items).map(item -> metrics(item).get(0)).toList();
  }

  static EventFilter keep(String... keysAndRules) {
    Map<String, String> rules = new LinkedHashMap<>();
    for (int i = 0; i < keysAndRules.length; i += 2) {
      rules.put(keysAndRules[i], keysAndRules[i + 1]);
    }
    return Objects.requireNonNull(EventFilter.keeping(rules));
  }

  static Metric metric(MetricType type, String name, String... tags) {
    return Metric.of(new MetricDefinition(type, name).withTags(tags));
  }

  static Metric metric(MetricDefinition definition) {
    return Metric.of(definition);
  }

  void span(long nanos, Facts facts, @Nullable Throwable error) {
    start.started(1_000, facts);
    (error == null ? stop : exception).ended(1_000, 1_000 + nanos, facts, error);
  }

  /** Replaces the metrics. */
  void replace(List<Metric> next) {
    Replacement replacement = binder.replace(next);
    bus.refresh(replacement::affects);
    binder.release(replacement);
  }

  Series only() {
    List<Series> all = all();
    if (all.size() != 1) {
      throw new AssertionError("expected one series: " + all);
    }
    return all.get(0);
  }

  /** All series but those about metrics. */
  List<Series> all() {
    return series(false);
  }

  /** The series about metrics, as text. */
  List<String> troubles() {
    return series(true).stream()
        .map(each -> each.metric() + " " + each.tagValues() + " " + each.count())
        .toList();
  }

  private List<Series> series(boolean ofTroubles) {
    List<Series> all = new ArrayList<>();
    registry.forEach(
        (Series series) -> {
          if (isOfTroubles(series) == ofTroubles) {
            all.add(series);
          }
        });
    return all;
  }

  private static boolean isOfTroubles(Series series) {
    return TroubleMetrics.definitions().contains(series.metric().definition());
  }

  Series of(String name) {
    return all().stream()
        .filter(series -> series.metric().definition().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + all()));
  }
}
