package dev.telemetry.agent.report.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "DISTRIBUTION http.server.request.duration  s          > http_server_request_duration_seconds",
        "COUNTER      http.server.request.count     {request}  > http_server_request_count",
        "LAST_VALUE   http.server.active_requests   {request}  > http_server_active_requests",
        "LAST_VALUE   jvm.memory.used               By         > jvm_memory_used_bytes",
        "SUM          jvm.cpu.time                  s          > jvm_cpu_time_seconds",
        "LAST_VALUE   jvm.cpu.recent_utilization    1          > jvm_cpu_recent_utilization_ratio",
        "LAST_VALUE   jvm.thread.count              {thread}   > jvm_thread_count",
        "DISTRIBUTION hit.share                     1          > hit_share",
        "SUM          hit.share                     1          > hit_share",
        "COUNTER      slow.duration                 s          > slow_duration",
        "LAST_VALUE   wait.seconds                  s          > wait_seconds",
        "LAST_VALUE   cpu.load                      %          > cpu_load_percent",
        "LAST_VALUE   net.rate                      By/s       > net_rate_bytes_per_second",
        "LAST_VALUE   net.rate                      {packet}/s > net_rate_per_second",
        "LAST_VALUE   size.now                      {a}        > size_now",
        "LAST_VALUE   size.now                      MiBy       > size_now_mebibytes",
        "LAST_VALUE   size.now                      furlong    > size_now_furlong",
        "COUNTER      orders.total                  {order}    > orders",
        "LAST_VALUE   disk.total                    By         > disk_total_bytes",
        "SUM          sent.total                    By         > sent_bytes",
        "COUNTER      a..b--c/d                     ''         > a_b_c_d",
        "COUNTER      404.count                     ''         > _404_count",
        "COUNTER      größe.x                       ''         > gr_e_x",
      })
  void family_isCalledByConvention(String metric, String name) {
    String[] words = metric.replace("''", "").split(" +", -1);
    MetricDefinition definition =
        new MetricDefinition(MetricType.valueOf(words[0]), words[1]).withUnit(words[2]);

    assertThat(new Family(Metric.of(definition), kind(definition))).hasToString(name);
  }

  private static Kind<?> kind(MetricDefinition definition) {
    PrometheusConfig config =
        Objects.requireNonNull(PrometheusConfig.read(ConfigFixture.empty().load().root()));
    Losses losses = new Losses(new Deliveries(), AgentLog.stderr());
    return new Kinds(config, losses, System::nanoTime).of(Metric.of(definition));
  }
}
