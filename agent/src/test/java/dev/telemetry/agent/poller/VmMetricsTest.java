package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class VmMetricsTest {

  @Test
  void metrics_areThoseOfTheConventions() {
    assertThat(VmMetrics.ALL.stream().map(VmMetricsTest::line))
        .containsExactly(
            "last_value jvm.memory.used By [jvm.memory.type, jvm.memory.pool.name]",
            "last_value jvm.memory.committed By [jvm.memory.type, jvm.memory.pool.name]",
            "last_value jvm.memory.limit By [jvm.memory.type, jvm.memory.pool.name]",
            "last_value jvm.memory.used_after_last_gc By [jvm.memory.type, jvm.memory.pool.name]",
            "distribution jvm.gc.duration s [jvm.gc.name, jvm.gc.action]",
            "last_value jvm.thread.count {thread} [jvm.thread.daemon, jvm.thread.state]",
            "sum jvm.class.loaded {class} []",
            "sum jvm.class.unloaded {class} []",
            "last_value jvm.class.count {class} []",
            "sum jvm.cpu.time s []",
            "last_value jvm.cpu.count {cpu} []",
            "last_value jvm.cpu.recent_utilization 1 []",
            "last_value jvm.buffer.memory.used By [jvm.buffer.pool.name]",
            "last_value jvm.buffer.memory.limit By [jvm.buffer.pool.name]",
            "last_value jvm.buffer.count {buffer} [jvm.buffer.pool.name]",
            "last_value jvm.file_descriptor.count {file_descriptor} []",
            "last_value jvm.file_descriptor.limit {file_descriptor} []");
  }

  @Test
  void collections_haveTheBucketsOfTheConvention() {
    assertThat(VmMetrics.ALL.stream().filter(each -> each.type() == MetricType.DISTRIBUTION))
        .singleElement()
        .satisfies(gc -> assertThat(gc.buckets()).containsExactly(0.01, 0.1, 1, 10));
  }

  private static String line(MetricDefinition each) {
    String type = each.type().name().toLowerCase(Locale.ROOT);
    return String.join(" ", type, each.name(), each.unit(), each.tags().toString());
  }
}
