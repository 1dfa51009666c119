package dev.telemetry.it;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a StatsD server knows once it has read these lines. */
final class VmLines {
  private final Map<String, Map<Set<String>, Double>> series = new HashMap<>();

  VmLines(List<String> lines) {
    lines.stream().map(StatsdLine::parse).forEach(this::add);
  }

  private void add(StatsdLine line) {
    Map<Set<String>, Double> values = series.computeIfAbsent(line.name(), name -> new HashMap<>());
    if (line.type().equals("g")) {
      values.put(line.tags(), line.values().get(line.values().size() - 1));
    } else {
      values.merge(line.tags(), line.amount(), Double::sum);
    }
  }

  /** The newest values of a metric's gauges, or its totals, that bear all these tags, added up. */
  double sum(String name, String... tags) {
    return values(name, tags).mapToDouble(Double::doubleValue).sum();
  }

  /** The largest one. */
  double max(String name, String... tags) {
    return values(name, tags).mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
  }

  /** Tells whether there is any. */
  boolean has(String name, String... tags) {
    return values(name, tags).findAny().isPresent();
  }

  private Stream<Double> values(String name, String... tags) {
    return series.getOrDefault(name, Map.of()).entrySet().stream()
        .filter(each -> each.getKey().containsAll(Set.of(tags)))
        .map(Map.Entry::getValue);
  }
}
