package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmClassLoadingMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmCpuMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmMemoryMeterConventions;
import io.micrometer.core.instrument.binder.jvm.convention.otel.OpenTelemetryJvmThreadMeterConventions;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Micrometer's binders in the semantic conventions give the same names, tags and values. */
class MicrometerOracleTest {
  private static final Map<String, MetricDefinition> OURS =
      VmMetrics.ALL.stream().collect(Collectors.toMap(MetricDefinition::name, each -> each));

  private final SimpleMeterRegistry micrometer = new SimpleMeterRegistry();
  private final Emitted emitted = new Emitted();

  @Test
  void names_types_units() {
    bind(
        new JvmMemoryMetrics(
            Tags.empty(), new OpenTelemetryJvmMemoryMeterConventions(Tags.empty())),
        new JvmThreadMetrics(
            Tags.empty(), new OpenTelemetryJvmThreadMeterConventions(Tags.empty())),
        new ClassLoaderMetrics(new OpenTelemetryJvmClassLoadingMeterConventions()),
        new ProcessorMetrics(Tags.empty(), new OpenTelemetryJvmCpuMeterConventions(Tags.empty())));
    Collection<Meter> shared =
        micrometer.getMeters().stream()
            .filter(meter -> OURS.containsKey(meter.getId().getName()))
            .toList();

    assertThat(shared.stream().map(meter -> meter.getId().getName()).distinct())
        .containsExactlyInAnyOrder(
            "jvm.memory.used",
            "jvm.memory.committed",
            "jvm.memory.limit",
            "jvm.buffer.memory.used",
            "jvm.buffer.count",
            "jvm.thread.count",
            "jvm.class.loaded",
            "jvm.class.unloaded",
            "jvm.class.count",
            "jvm.cpu.time",
            "jvm.cpu.count",
            "jvm.cpu.recent_utilization");
    for (Meter meter : shared) {
      MetricDefinition ours = Objects.requireNonNull(OURS.get(meter.getId().getName()));
      if (!ours.name()
          .startsWith("jvm.buffer.")) { // Micrometer keeps its own tag for a buffer pool
        assertThat(ours.tags()).as(ours.name()).containsAll(keys(meter));
      }
      boolean total = meter.getId().getType() == Meter.Type.COUNTER;
      assertThat(ours.type() == MetricType.SUM).as(ours.name()).isEqualTo(total);
    }
  }

  @Test
  void memory_limitsAndPools() {
    bind(
        new JvmMemoryMetrics(
            Tags.empty(), new OpenTelemetryJvmMemoryMeterConventions(Tags.empty())));
    new MemoryMeasurement().measure(emitted.event("jvm.memory"));

    assertThat(pools("jvm.memory.used")).isEqualTo(pools());
    for (Meter meter : micrometer.find("jvm.memory.limit").meters()) {
      Emitted.One ours =
          emitted.about("jvm.memory.pool.name", meter.getId().getTag("jvm.memory.pool.name"));
      double limit = meter.measure().iterator().next().getValue();
      assertThat(ours.numbers().getOrDefault("limit", -1).doubleValue()).isEqualTo(limit);
    }
  }

  @Test
  void fileDescriptors_countAndLimit() {
    bind(new FileDescriptorMetrics());
    new FileDescriptorMeasurement().measure(emitted.event("jvm.file_descriptor"));

    assertThat((double) emitted.only().number("limit"))
        .isEqualTo(micrometer.get("process.files.max").gauge().value());
  }

  @Test
  void classes_loaded() {
    bind(new ClassLoaderMetrics(new OpenTelemetryJvmClassLoadingMeterConventions()));
    double before = micrometer.get("jvm.class.loaded").functionCounter().count();
    new ClassMeasurement().measure(emitted.event("jvm.class"));

    assertThat((double) emitted.only().number("loaded"))
        .isBetween(before, micrometer.get("jvm.class.loaded").functionCounter().count());
  }

  private void bind(MeterBinder... binders) {
    List.of(binders).forEach(binder -> binder.bindTo(micrometer));
  }

  private static Set<String> keys(Meter meter) {
    return meter.getId().getTags().stream().map(Tag::getKey).collect(Collectors.toSet());
  }

  private Map<String, String> pools(String name) {
    Map<String, String> pools = new TreeMap<>();
    for (Meter meter : micrometer.find(name).meters()) {
      pools.put(
          meter.getId().getTag("jvm.memory.pool.name"), meter.getId().getTag("jvm.memory.type"));
    }
    return pools;
  }

  private Map<String, String> pools() {
    Map<String, String> pools = new TreeMap<>();
    for (Emitted.One each : emitted.events) {
      pools.put(
          (String) each.about().get("jvm.memory.pool.name"),
          (String) each.about().get("jvm.memory.type"));
    }
    return pools;
  }
}
