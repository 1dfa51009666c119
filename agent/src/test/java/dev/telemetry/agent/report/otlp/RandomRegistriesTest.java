package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a registry is what the official definition of the protocol reads. */
final class RandomRegistriesTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String[] KEYS = {"http.response.status_code", "jvm.thread.daemon", "k"};
  private static final @Nullable String[] VALUES = {
    "200", "-7", "_other", "true", "", "ü €", "\uD83D\uDE00", "a\"b\\c\n", null
  };

  private final SeriesRegistry registry = new SeriesRegistry();

  /** By metric and attributes: the count, and the sum or the newest value. */
  private final Map<String, List<Double>> received = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void registry_isWhatIsRead(long seed) {
    Delivery delivery =
        new Delivery(this::receive, GlobalTags.of(Map.of()), new Deliveries(), AgentLog.stderr());
    OtlpExport export = new OtlpExport(registry, false, delivery, new UnixClock(() -> 1));
    fill(new Random(seed));
    export.export(0);

    Map<String, List<Double>> expected = new TreeMap<>();
    registry.forEach(series -> expected.put(nameOf(series), numbersOf(series)));
    assertThat(received).isNotEmpty().isEqualTo(expected);
  }

  private void fill(Random random) {
    MetricType[] types = {
      MetricType.COUNTER, MetricType.SUM, MetricType.LAST_VALUE, MetricType.DISTRIBUTION
    };
    for (int i = 0; i < 3_000; i++) {
      int number = random.nextInt(40);
      MetricType type = types[number % types.length];
      Metric metric = Metric.of(new MetricDefinition(type, "m" + number).withTags(KEYS));
      Series series = registry.series(metric, any(random), any(random), any(random));
      series.record(random.nextBoolean() ? random.nextInt(20_000) : random.nextDouble());
    }
  }

  private static @Nullable String any(Random random) {
    return VALUES[random.nextInt(VALUES.length)];
  }

  private static String nameOf(Series series) {
    StringBuilder name = new StringBuilder(series.metric().definition().name());
    for (int i = 0; i < KEYS.length; i++) {
      String value = series.tagValues().get(i);
      name.append(value == null ? "" : "|" + KEYS[i] + "=" + value);
    }
    return name.toString();
  }

  private static List<Double> numbersOf(Series series) {
    double count = series.count();
    return switch (series.metric().definition().type()) {
      case COUNTER -> List.of(count);
      case SUM -> List.of(series.sum());
      case LAST_VALUE -> List.of(series.lastValue());
      default -> List.of(count, series.sum(), count);
    };
  }

  private HttpAnswer receive(byte[] message) throws IOException {
    read(message);
    return HttpAnswer.read(new ByteArrayInputStream(OK.getBytes(StandardCharsets.US_ASCII)));
  }

  private void read(byte[] message) throws InvalidProtocolBufferException {
    var resource = ExportMetricsServiceRequest.parseFrom(message).getResourceMetrics(0);
    for (var metric : resource.getScopeMetrics(0).getMetricsList()) {
      String name = metric.getName();
      metric.getSum().getDataPointsList().forEach(point -> add(name, point));
      metric.getGauge().getDataPointsList().forEach(point -> add(name, point));
      metric.getHistogram().getDataPointsList().forEach(point -> add(name, point));
    }
  }

  private void add(String name, NumberDataPoint point) {
    double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
    add(name, point.getAttributesList(), List.of(value));
  }

  private void add(String name, HistogramDataPoint point) {
    double inBuckets = point.getBucketCountsList().stream().mapToLong(Long::longValue).sum();
    List<Double> numbers = List.of((double) point.getCount(), point.getSum(), inBuckets);
    add(name, point.getAttributesList(), numbers);
  }

  private void add(String name, List<KeyValue> attributes, List<Double> numbers) {
    StringBuilder whole = new StringBuilder(name);
    for (KeyValue attribute : attributes) {
      whole.append('|').append(attribute.getKey()).append('=').append(text(attribute.getValue()));
    }
    assertThat(received.put(whole.toString(), numbers)).as("told twice").isNull();
  }

  private static String text(AnyValue value) {
    return value.hasIntValue()
        ? Long.toString(value.getIntValue())
        : value.hasBoolValue() ? Boolean.toString(value.getBoolValue()) : value.getStringValue();
  }
}
