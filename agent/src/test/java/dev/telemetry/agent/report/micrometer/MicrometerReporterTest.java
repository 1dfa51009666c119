package dev.telemetry.agent.report.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.SeriesChanges;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.statsd.StatsdConfig;
import io.micrometer.statsd.StatsdFlavor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MicrometerReporterTest {
  private final SeriesRegistry series = new SeriesRegistry();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Deliveries deliveries = new Deliveries();
  private final SeriesChanges changes = new SeriesChanges(series, "micrometer", deliveries);
  private final Feed feed = new Feed(registry, GlobalTags.of(Map.of("env", "dev")), deliveries);

  @Test
  void counter_countsWhatCame() {
    Series logins = record(new MetricDefinition(MetricType.COUNTER, "a.logins"), 1, 1);
    feed();
    logins.record(1);
    feed();

    assertThat(registry.get("a.logins").tag("env", "dev").counter().count()).isEqualTo(3);
    assertThat(deliveries).hasToString("sent 2, lost 0");
  }

  @Test
  void sum_thatFallsIsCountedAsLost() {
    record(new MetricDefinition(MetricType.SUM, "a.sum"), -5);
    feed();

    assertThat(deliveries).hasToString("sent 0, lost {decrease of a sum=1}");
  }

  @Test
  void lastValue_isAGauge() {
    record(new MetricDefinition(MetricType.LAST_VALUE, "a.level"), 7);
    feed();

    assertThat(registry.get("a.level").gauge().value()).isEqualTo(7);
  }

  @Test
  void times_areATimerWithExactCountAndSum() {
    record(new MetricDefinition(MetricType.SUMMARY, "a.time").withUnit("s"), 1e6, 2e6, 4.5e6);
    feed();

    assertThat(registry.get("a.time").timer().count()).isEqualTo(3);
    assertThat(registry.get("a.time").timer().totalTime(TimeUnit.NANOSECONDS))
        .isCloseTo(7.5e6, within(3.0));
  }

  @Test
  void sizes_areASummary() {
    record(new MetricDefinition(MetricType.DISTRIBUTION, "a.size").withUnit("By"), 10, 30);
    feed();

    assertThat(registry.get("a.size").summary().count()).isEqualTo(2);
    assertThat(registry.get("a.size").summary().totalAmount()).isCloseTo(40, within(1e-9));
  }

  @Test
  void flood_isBoundedAndCounted() {
    Series times = record(new MetricDefinition(MetricType.SUMMARY, "a.time").withUnit("s"));
    for (int i = 0; i < 100_010; i++) {
      times.record(1e6);
    }
    feed();

    assertThat(registry.get("a.time").timer().count()).isEqualTo(100_000);
    assertThat(deliveries).hasToString("sent 100000, lost {too many values=10}");
  }

  @Test
  void series_thatIsGoneTakesItsMeterAway() {
    Series logins = record(new MetricDefinition(MetricType.COUNTER, "a.logins"), 1);
    feed();
    series.remove(logins);
    feed();

    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void config_answersByTheRegistrysOwnKeys() {
    StatsdConfig config =
        (StatsdConfig)
            RegistryConfig.of(
                StatsdConfig.class,
                Map.of("port", "9125", "flavor", "datadog", "pollingFrequency", "3s"));

    assertThat(config.port()).isEqualTo(9125);
    assertThat(config.flavor()).isEqualTo(StatsdFlavor.DATADOG);
    assertThat(config.pollingFrequency()).isEqualTo(Duration.ofSeconds(3));
    assertThat(config.host()).isEqualTo("localhost");
  }

  @Test
  void section_thatIsWrongSaysWhere() {
    assertThat(errors("{class: a.Gone}"))
        .containsExactly(
            "telemetry.yaml:1:35: micrometer.registries[0].class: expected a Micrometer registry in"
                + " a jar of extensions, got \"a.Gone\"");
    assertThat(errors("{class: java.lang.String}"))
        .singleElement()
        .asString()
        .contains("expected a Micrometer registry that is made from its config and a clock");
    assertThat(errors("{config: {port: 1}}")).singleElement().asString().contains("a class");
    assertThat(errors("")).singleElement().asString().contains("expected at least one registry");
    assertThat(errors("{class: io.micrometer.statsd.StatsdMeterRegistry}")).isEmpty();
  }

  private static List<String> errors(String item) {
    Config config = ConfigFixture.yaml("micrometer: {registries: [" + item + "]}").load();
    new MicrometerReporterFactory(Class::forName)
        .read(config.root().child("micrometer"), GlobalTags.of(Map.of()));
    return config.errors().messages();
  }

  private Series record(MetricDefinition definition, double... values) {
    Series one = series.series(Metric.of(definition));
    for (double value : values) {
      one.record(value);
    }
    return one;
  }

  private void feed() {
    changes.read(feed::accept, feed::remove);
  }
}
