package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** Tells which metric a meter is. */
final class MeterMetrics {
  private MeterMetrics() {}

  static Metric metric(MetricType type, Meter.Id id) {
    return metric(type, id, id.getName());
  }

  static Metric metric(MetricType type, Meter.Id id, String name) {
    return Metric.of(definition(type, id, name));
  }

  /**
   * The metric of a timer or a summary: a distribution where buckets are asked for.
   *
   * @param unit UCUM
   * @param divisor how many of the units of the configured buckets are one of {@code unit}
   */
  static Metric values(
      Meter.Id id, String unit, DistributionStatisticConfig config, double divisor) {
    NavigableSet<Double> configured = config.getHistogramBuckets(true);
    double[] bounds = configured.stream().mapToDouble(bound -> bound / divisor).toArray();
    MetricType type = bounds.length == 0 ? MetricType.SUMMARY : MetricType.DISTRIBUTION;
    return Metric.of(definition(type, id, id.getName()).withUnit(unit).withBuckets(bounds));
  }

  private static MetricDefinition definition(MetricType type, Meter.Id id, String name) {
    String description = id.getDescription();
    return new MetricDefinition(type, name)
        .withTags(id.getTags().stream().map(Tag::getKey).toArray(String[]::new))
        .withUnit(unit(id.getBaseUnit()))
        .withDescription(description == null ? "" : description);
  }

  static String[] tagValues(Meter.Id id) {
    List<Tag> tags = id.getTags();
    return tags.stream().map(Tag::getValue).toArray(String[]::new);
  }

  /** Returns Micrometer's name of a unit in UCUM's form. */
  static String unit(@Nullable String baseUnit) {
    if (baseUnit == null) {
      return "";
    }
    switch (baseUnit) {
      case "bytes":
        return "By";
      case "seconds":
        return "s";
      case "milliseconds":
        return "ms";
      case "percent":
        return "%";
      default:
        return "{" + baseUnit + "}";
    }
  }
}
