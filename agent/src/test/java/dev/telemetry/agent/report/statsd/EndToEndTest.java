package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.statsd.ModelServer.Kind;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is recorded, what a server adds up is what the registry has. */
class EndToEndTest {
  private static final List<MetricType> TYPES = List.of(MetricType.values());
  private static final String[] TEXTS = {
    "GET", "/users/{id}", "a:1|c", "b|#c:d,e", "x=y,z", "@0.5", "ünï cödé", "a\nb:1|c", "", ".."
  };

  private final Random random = new Random(20_261_124);
  private Kind kind = Kind.STATSD;

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          {flavor: standard} -> STATSD
          {flavor: standard, mtu: 64, global-tags: true} -> STATSD
          {flavor: standard, idle-counters: true} -> STATSD
          {flavor: datadog} -> DOGSTATSD
          {flavor: datadog, packing: false, durations: histogram} -> DOGSTATSD
          {flavor: datadog, mtu: 100, prefix: shop} -> DOGSTATSD
          {flavor: telegraf} -> TELEGRAF
          {flavor: telegraf, mtu: 200, global-tags: false} -> TELEGRAF
          """)
  void server_addsUpWhatWasRecorded(String section, Kind server) {
    kind = server;
    LinesOf lines = LinesOf.section(section, GlobalTags.of(Map.of("env", "a:b|c,d=e")));
    ModelServer model = new ModelServer(server);
    for (int flush = 0; flush < 50; flush++) {
      for (int i = random.nextInt(200); i > 0; i--) {
        recordAny(lines);
      }
      lines.after(Duration.ofSeconds(random.nextInt(12)));
      lines.flush();
      lines.datagrams.forEach(model::receive);
    }

    assertThat(model.refused).isEmpty();
    assertEqual(lines, model, section.contains("prefix") ? "shop." : "");
  }

  private void recordAny(LinesOf lines) {
    MetricType type = TYPES.get(random.nextInt(TYPES.size()));
    boolean gauge = type == MetricType.LAST_VALUE;
    MetricDefinition metric = new MetricDefinition(type, "my." + type);
    if (!gauge && random.nextBoolean()) { // the last of several series is nobody's total
      lines.series(metric.withTags("k.e:y", "b"), anyText(), anyText()).record(anyValue(type));
    } else if (type == MetricType.SUMMARY) {
      lines.series(metric.withUnit("s"), new String[0]).record(random.nextInt(2_000_000_000));
    } else {
      lines.series(metric).record(anyValue(type));
    }
  }

  /** No server but DogStatsD takes a negative time. */
  private double anyValue(MetricType type) {
    boolean single = type == MetricType.SUMMARY || type == MetricType.DISTRIBUTION;
    double size = random.nextInt(2_000_000) / 1000.0;
    boolean negative = random.nextBoolean() && !(single && kind != Kind.DOGSTATSD);
    return negative ? -size : size;
  }

  private @Nullable String anyText() {
    int index = random.nextInt(TEXTS.length + 1);
    return index == TEXTS.length ? null : TEXTS[index];
  }

  private static void assertEqual(LinesOf lines, ModelServer model, String prefix) {
    assertThat(model.counter(prefix + "my.COUNTER"))
        .isEqualTo(total(lines, MetricType.COUNTER, Series::count));
    double sum = model.counter(prefix + "my.SUM") + model.gauge(prefix + "my.SUM");
    assertThat(sum).isCloseTo(total(lines, MetricType.SUM, Series::sum), offset(1e-3));
    assertThat(model.gauge(prefix + "my.LAST_VALUE"))
        .isEqualTo(total(lines, MetricType.LAST_VALUE, Series::lastValue));
    for (MetricType type : new MetricType[] {MetricType.SUMMARY, MetricType.DISTRIBUTION}) {
      String name = prefix + "my." + type;
      double count = total(lines, type, Series::count);
      assertThat(model.count(name)).isCloseTo(count, offset(1e-6));
      assertThat(model.sum(name))
          .isCloseTo(total(lines, type, EndToEndTest::millis), offset(0.0005 * count));
    }
  }

  private static double millis(Series series) {
    boolean seconds = series.metric().definition().unit().equals("s");
    return series.sum() * (seconds ? 1_000 : 1);
  }

  private static double total(LinesOf lines, MetricType type, ToDoubleFunction<Series> number) {
    double[] sum = {0};
    lines.registry.forEach(
        series -> {
          if (series.metric().definition().type() == type) {
            sum[0] += number.applyAsDouble(series);
          }
        });
    return sum[0];
  }
}
