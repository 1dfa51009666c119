package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.LossReason;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which metrics are shown, each by a name of its own. Of two that come to the same, also in a name
 * of their samples, the first by alphabetical order of their own names is shown.
 */
final class Families {
  static final LossReason NAME_TAKEN =
      new LossReason(
          "name taken",
          "a metric would have the name of another one of a different kind",
          "another name for one of the two; the log names both");

  private static final Comparator<Metric> ORDER =
      Comparator.comparing((Metric metric) -> metric.definition().name())
          .thenComparing(metric -> metric.definition().type())
          .thenComparing(metric -> metric.definition().tags().toString())
          .thenComparing(metric -> metric.unit().symbol());

  private final Kinds kinds;
  private final Losses losses;
  private final Map<String, Family> byName = new HashMap<>();
  private final Set<Family> families = new LinkedHashSet<>();

  Families(Kinds kinds, Losses losses) {
    this.kinds = kinds;
    this.losses = losses;
  }

  /** Takes all metrics with their series. */
  Collection<Family> of(Map<Metric, List<Series>> series) {
    series.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(ORDER))
        .forEach(each -> add(each.getKey(), each.getValue()));
    return families;
  }

  private void add(Metric metric, List<Series> series) {
    Family family = new Family(metric, kinds.of(metric));
    Family taken = taken(family);
    if (taken == null) {
      family.names().forEach(name -> byName.put(name, family));
      families.add(family);
      family.add(metric, series);
    } else if (taken.takes(metric)) {
      taken.add(metric, series);
    } else {
      losses.add(
          NAME_TAKEN,
          series.size(),
          metric + " would be " + family + ", which " + taken.metric() + " is already");
    }
  }

  private @Nullable Family taken(Family family) {
    for (String name : family.names()) {
      Family taken = byName.get(name);
      if (taken != null) {
        return taken;
      }
    }
    return null;
  }
}
