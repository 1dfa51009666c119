package dev.telemetry.agent.metrics;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the options of one definition; what is wrong makes its place fail. */
final class MetricOptions {
  private static final int MOST_SERIES = 100_000;
  private static final String LIMIT =
      "How many series there are at most; what is beyond shares one, `_other`.";

  private final ConfigNode item;
  private final KnownNames known;

  MetricOptions(ConfigNode item, KnownNames known) {
    this.item = item;
    this.known = known;
  }

  /** Returns the metric with all its options. */
  Metric read(MetricDefinition bare) {
    MetricUnits units =
        new MetricUnits(item.child("unit", "The unit of the values that are shown."));
    MetricBuckets buckets = new MetricBuckets(item);
    MetricDefinition definition =
        withKeep(buckets.of(withUnit(bare, units)))
            .withTags(tags().toArray(new String[0]))
            .withDescription(item.child("description", "A sentence for people.").text(""));
    Metric metric = units.of(buckets.of(Metric.of(definition)));
    metric = new TagRules(item, known).read(FilterRules.read(item, known, metric));
    return metric
        .withLimit(limit())
        .withSampleRate(sampleRate(bare.type()))
        .withReporters(reporters());
  }

  private List<String> tags() {
    ConfigNode node = item.child("tags", "Keys of the events' metadata, in order.");
    if (node.isText()) {
      node.problem("expected tag keys to be a list, got: \"" + node.text("") + "\"");
      return new ArrayList<>();
    }
    List<String> tags = new ArrayList<>();
    for (ConfigNode each : node.items()) {
      String tag = each.text();
      if (tag != null && tags.contains(tag)) {
        each.error("each tag once");
      }
      tags.add(tag == null ? "" : tag);
    }
    return tags;
  }

  /** What a counter counts has no unit; a duration is measured in nanoseconds, which few want. */
  private MetricDefinition withUnit(MetricDefinition bare, MetricUnits units) {
    String unit = units.symbol();
    if (unit != null) {
      return bare.withUnit(unit);
    }
    MetricDefinition alike = known.alike(bare);
    if (bare.type() == MetricType.COUNTER) {
      return bare;
    }
    if (alike != null) {
      return bare.withUnit(alike.unit()).withBuckets(alike.buckets());
    }
    return bare.measurement().equals(TelemetryEvents.DURATION) ? bare.withUnit("s") : bare;
  }

  /** A default metric that is only to be seen by other tags still counts what it counted. */
  private MetricDefinition withKeep(MetricDefinition bare) {
    MetricDefinition replaced = known.replaced(bare);
    MetricDefinition keeping = bare;
    if (replaced != null) {
      for (String key : replaced.keep().keySet()) {
        keeping = keeping.withKeep(key, String.valueOf(replaced.keep().get(key)));
      }
    }
    return keeping;
  }

  /** The registry's own limit is 0, so that what is written like a default metric is the same. */
  private int limit() {
    int most = SeriesRegistry.DEFAULT_SERIES_LIMIT;
    int limit = item.child("limit", LIMIT).integer(1, MOST_SERIES, most);
    return limit == most ? 0 : limit;
  }

  /** Only single values are sampled: all else is sent as the total of an interval. */
  private double sampleRate(MetricType type) {
    ConfigNode node =
        item.child(
            "sample",
            "Which part of the single values StatsD gets, from 0 to 1; the rest is not sent.");
    double rate = node.number();
    if (!node.present() || Double.isNaN(rate)) {
      return 1;
    }
    if (type != MetricType.SUMMARY && type != MetricType.DISTRIBUTION) {
      node.problem(
          "expected only in a summary or distribution: counters and sums are exact totals, and"
              + " servers ignore the rate of a gauge");
    } else if (rate <= 0 || rate > 1) {
      node.error("a number above 0 and at most 1");
    }
    return rate;
  }

  private List<String> reporters() {
    ConfigNode node = item.child("reporters", "Who gets it; all where this is not given.");
    List<String> names = new ArrayList<>();
    String[] valid = known.reporters().toArray(new String[0]);
    for (ConfigNode each : node.items()) {
      @Nullable String name = each.text();
      if (name != null && !known.reporters().contains(name)) {
        each.expected("one of " + String.join(", ", valid), name, valid);
      }
      names.add(name == null ? "" : name);
    }
    if (node.isList() && names.isEmpty()) {
      node.problem("expected at least one of " + String.join(", ", valid));
    }
    return names;
  }
}
