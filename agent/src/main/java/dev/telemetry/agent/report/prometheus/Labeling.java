package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a family: the same names for all its series, in alphabetical order; an empty value
 * is none. A tag of a metric's own goes before a global one of the same name. Immutable.
 */
final class Labeling {
  private static final String NONE = "";

  private final @Nullable String reserved;
  private final String[] names;
  private final String[] values;

  /**
   * Takes the tags of a family.
   *
   * @param reserved a name that the tags must leave to Prometheus
   */
  Labeling(Collection<Metric> metrics, Map<String, String> globalTags, @Nullable String reserved) {
    this.reserved = reserved;
    TreeSet<String> all = new TreeSet<>();
    globalTags.keySet().forEach(tag -> all.add(name(tag)));
    metrics.forEach(metric -> metric.definition().tags().forEach(tag -> all.add(name(tag))));
    names = all.toArray(new String[0]);
    values = new String[names.length];
    Arrays.fill(values, NONE);
    globalTags.forEach((tag, value) -> values[place(tag)] = value);
  }

  private String name(String tag) {
    String clean = Names.clean(tag);
    return clean.equals(reserved) ? "exported_" + clean : clean;
  }

  private int place(String tag) {
    return Arrays.binarySearch(names, name(tag));
  }

  /** Returns the labels of a series; tags that share a name share it in their order. */
  Labels of(Series series) {
    String[] own = values.clone();
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < series.tagKeys().size(); i++) {
      int place = place(series.tagKeys().get(i));
      String value = series.tagValues().get(i);
      String text = value == null ? NONE : value;
      own[place] = taken.contains(place) ? own[place] + ";" + text : text;
      taken.add(place);
    }
    return Labels.of(names, own);
  }
}
