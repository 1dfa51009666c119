package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records values and reads the lines that the reporter makes of them. */
final class LinesOf {
  final SeriesRegistry registry = new SeriesRegistry();
  final List<String> datagrams = new ArrayList<>();
  int linesCounted;
  private final StatsdExport export;
  private long nanos = 1;

  private LinesOf(String section, GlobalTags tags) {
    var root = ConfigFixture.yaml("statsd: " + section).load().root();
    StatsdConfig config =
        Objects.requireNonNull(StatsdConfig.read(root.child("statsd"), tags, null));
    DatagramBatch batch = new DatagramBatch(new Recorded(), config.mtu(), AgentLog.stderr());
    export = new StatsdExport(registry, config, batch, () -> {});
  }

  static LinesOf section(String section) {
    return new LinesOf(section, GlobalTags.of(Map.of()));
  }

  static LinesOf section(String section, GlobalTags tags) {
    return new LinesOf(section, tags);
  }

  static MetricDefinition metric(MetricType type) {
    return new MetricDefinition(type, "my.metric");
  }

  Series series(MetricDefinition definition, @Nullable String... tagValues) {
    return registry.series(Metric.of(definition), tagValues);
  }

  LinesOf record(MetricDefinition definition, double... values) {
    for (double value : values) {
      series(definition).record(value);
    }
    return this;
  }

  LinesOf after(Duration time) {
    nanos += time.toNanos();
    return this;
  }

  private final class Recorded implements Transport {
    @Override
    public void send(byte[] bytes, int length, int lines) {
      datagrams.add(new String(bytes, 0, length, StandardCharsets.UTF_8));
      linesCounted += lines;
    }

    @Override
    public void close() {}
  }

  /** Returns the lines of one flush. */
  List<String> flush() {
    datagrams.clear();
    export.export(nanos);
    List<String> lines = new ArrayList<>();
    datagrams.forEach(datagram -> lines.addAll(datagram.lines().toList()));
    return lines;
  }
}
