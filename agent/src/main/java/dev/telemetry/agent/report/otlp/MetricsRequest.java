package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.instrumentation.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code ExportMetricsServiceRequest}, filled point by point up to a limit.
 *
 * <p>Field numbers are those of opentelemetry/proto/metrics/v1/metrics.proto. Used by one thread.
 */
final class MetricsRequest {
  private static final int MOST_POINTS = 2_000;
  private static final int MOST_BYTES = 1_000_000;

  // ExportMetricsServiceRequest and ResourceMetrics
  private static final int RESOURCE_METRICS = 1;
  private static final int RESOURCE = 1;
  private static final int SCOPE_METRICS = 2;

  // ScopeMetrics and InstrumentationScope
  private static final int SCOPE = 1;
  private static final int METRICS = 2;
  private static final int SCOPE_NAME = 1;
  private static final int SCOPE_VERSION = 2;

  // Metric, Sum and Histogram
  private static final int NAME = 1;
  private static final int DESCRIPTION = 2;
  private static final int UNIT = 3;
  private static final int TEMPORALITY = 2;
  private static final int MONOTONIC = 3;
  private static final int DELTA = 1;
  private static final int CUMULATIVE = 2;

  private final ProtoWriter out = new ProtoWriter();
  private final PointWriter pointWriter = new PointWriter(out);
  private final List<SeriesPoint> points = new ArrayList<>();
  private final boolean steps;
  private final int openResource;
  private final int openScope;
  private @Nullable Metric metric;
  private int openMetric;
  private int openData;
  private byte[] bytes = {};
  private boolean settled;

  /**
   * Begins a request.
   *
   * @param steps whether what can be told by steps is
   */
  MetricsRequest(Resource resource, boolean steps) {
    this.steps = steps;
    openResource = out.open(RESOURCE_METRICS);
    resource.write(out, RESOURCE);
    openScope = out.open(SCOPE_METRICS);
    int scope = out.open(SCOPE);
    out.text(SCOPE_NAME, Resource.AGENT);
    out.text(SCOPE_VERSION, resource.version());
    out.close(scope);
  }

  /** Adds a point; those of one metric are to come one after the other. */
  void add(SeriesPoint point) {
    if (!point.metric().equals(metric)) {
      closeMetric();
      openMetric(point);
    }
    pointWriter.write(point);
    points.add(point);
  }

  private void openMetric(SeriesPoint point) {
    MetricDefinition definition = point.metric().definition();
    MetricShape shape = point.shape();
    metric = point.metric();
    openMetric = out.open(METRICS);
    out.text(NAME, definition.name());
    out.text(DESCRIPTION, definition.description());
    out.text(UNIT, point.metric().unit().symbol());
    openData = out.open(shape.field);
    if (shape.isSum() || shape == MetricShape.HISTOGRAM) {
      out.integer(TEMPORALITY, steps && shape.hasSteps() ? DELTA : CUMULATIVE);
    }
    if (shape.isMonotonic()) {
      out.integer(MONOTONIC, 1);
    }
  }

  private void closeMetric() {
    if (metric != null) {
      out.close(openData);
      out.close(openMetric);
      metric = null;
    }
  }

  boolean isEmpty() {
    return points.isEmpty();
  }

  /** Tells whether further points belong to another request. */
  boolean isFull() {
    return points.size() >= MOST_POINTS || out.size() >= MOST_BYTES;
  }

  /** Ends it and returns its bytes, the same each time; not to be changed. */
  byte[] toBytes() {
    if (bytes.length == 0) {
      closeMetric();
      out.close(openScope);
      out.close(openResource);
      bytes = out.toBytes();
    }
    return bytes;
  }

  /** Lets the next points begin where these end; once, however often it is called. */
  void settle() {
    if (!settled) {
      points.forEach(SeriesPoint::settle);
      settled = true;
    }
  }

  /** Tells whether it has to stay as it is, since a server may have taken it already. */
  boolean isSettled() {
    return settled;
  }

  /** Tells whether a server that takes it twice counts twice. */
  boolean hasSteps() {
    return steps;
  }

  /** Returns how many points it has. */
  int size() {
    return points.size();
  }
}
