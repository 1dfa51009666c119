package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.NamingConvention;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.statsd.StatsdLineBuilder;
import io.micrometer.statsd.internal.DatadogStatsdLineBuilder;
import io.micrometer.statsd.internal.EtsyStatsdLineBuilder;
import io.micrometer.statsd.internal.TelegrafStatsdLineBuilder;
import org.junit.jupiter.api.Test;

/** The lines that Micrometer can make too are the same. */
class MicrometerOracleTest {
  private static final String[] VALUES = {"GET", "200"};
  private final MeterRegistry.Config config =
      new SimpleMeterRegistry().config().namingConvention(NamingConvention.dot);

  @Test
  void counter_isTheSame() {
    assertThat(ours("{flavor: standard}", MetricType.COUNTER, 1))
        .isEqualTo(etsy().count(1, Statistic.COUNT));
    assertThat(ours("{flavor: datadog}", MetricType.COUNTER, 1))
        .isEqualTo(withoutStatistic(datadog().count(1, Statistic.COUNT)));
  }

  @Test
  void gauge_isTheSame() {
    assertThat(ours("{flavor: standard}", MetricType.LAST_VALUE, 1.5))
        .isEqualTo(etsy().gauge(1.5, Statistic.VALUE));
    assertThat(ours("{flavor: datadog}", MetricType.LAST_VALUE, -1.5))
        .isEqualTo(withoutStatistic(datadog().gauge(-1.5, Statistic.VALUE)));
  }

  @Test
  void timing_isTheSame() {
    assertThat(ours("{flavor: standard}", MetricType.SUMMARY, 1.739))
        .isEqualTo(etsy().timing(1.739));
  }

  @Test
  void histogram_isTheSame() {
    assertThat(ours("{flavor: datadog}", MetricType.SUMMARY, 1.739))
        .isEqualTo(withoutStatistic(datadog().histogram(1.739)));
  }

  @Test
  void telegraf_isTheSame() {
    assertThat(ours("{flavor: telegraf}", MetricType.COUNTER, 1))
        .isEqualTo(withoutStatisticTag(telegraf().count(1, Statistic.COUNT)));
    assertThat(ours("{flavor: telegraf}", MetricType.LAST_VALUE, 1.5))
        .isEqualTo(withoutStatisticTag(telegraf().gauge(1.5, Statistic.VALUE)));
    assertThat(ours("{flavor: telegraf}", MetricType.SUMMARY, 1.739))
        .isEqualTo(withoutStatisticTag(telegraf().histogram(1.739)));
  }

  private static String ours(String section, MetricType type, double value) {
    LinesOf lines = LinesOf.section(section);
    MetricDefinition metric = new MetricDefinition(type, "my.metric").withTags("method", "status");
    lines.series(metric, VALUES).record(value);
    return lines.flush().get(0);
  }

  private StatsdLineBuilder etsy() {
    return new EtsyStatsdLineBuilder(
        id(Meter.Type.OTHER),
        config,
        (id, convention) -> id.getName() + "." + String.join(".", VALUES));
  }

  private StatsdLineBuilder datadog() {
    return new DatadogStatsdLineBuilder(id(Meter.Type.OTHER), config);
  }

  private StatsdLineBuilder telegraf() {
    return new TelegrafStatsdLineBuilder(id(Meter.Type.OTHER), config);
  }

  private static String withoutStatisticTag(String line) {
    return line.replaceAll("statistic=[a-z]+,", "");
  }

  private static Meter.Id id(Meter.Type type) {
    return new Meter.Id(
        "my.metric", Tags.of("method", VALUES[0], "status", VALUES[1]), null, null, type);
  }

  /** Micrometer tells the statistic as one more tag, the first one. */
  private static String withoutStatistic(String line) {
    return line.replaceAll("statistic:[a-z]+,", "");
  }
}
