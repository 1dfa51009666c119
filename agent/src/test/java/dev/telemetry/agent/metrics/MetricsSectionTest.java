package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsSectionTest {

  @ParameterizedTest
  @CsvSource({
    "counter,COUNTER",
    "sum,SUM",
    "last-value,LAST_VALUE",
    "summary,SUMMARY",
    "distribution,DISTRIBUTION"
  })
  void read_knowsEveryType(String key, MetricType type) {
    MetricDefinition definition = only(key + ": a.b.c").definition();

    assertThat(definition.type()).isEqualTo(type);
    assertThat(definition.name()).isEqualTo("a.b.c");
    assertThat(definition.event()).isEqualTo("a.b");
    assertThat(definition.measurement()).isEqualTo("c");
  }

  @Test
  void read_letsEventAndMeasurementOverrideTheName() {
    MetricDefinition definition =
        only("sum: orders", "  event: shop.order", "  measurement: total").definition();

    assertThat(definition.name()).isEqualTo("orders");
    assertThat(definition.event()).isEqualTo("shop.order");
    assertThat(definition.measurement()).isEqualTo("total");
  }

  @Test
  void read_putsThePrefixInFrontOfTheNameAlone() {
    MetricDefinition definition = only("sum: a.b", "  prefix: shop").definition();

    assertThat(definition.name()).isEqualTo("shop.a.b");
    assertThat(definition.event()).isEqualTo("a");
  }

  @Test
  void read_takesOptions() {
    MetricDefinition definition =
        only(
                "distribution: a.b",
                "  tags: [y, x]",
                "  unit: millisecond",
                "  buckets: [1, 2.5]",
                "  description: How long")
            .definition();

    assertThat(definition.tags()).containsExactly("y", "x");
    assertThat(definition.unit()).isEqualTo("ms");
    assertThat(definition.buckets()).containsExactly(1, 2.5);
    assertThat(definition.description()).isEqualTo("How long");
  }

  @Test
  void read_acceptsPercentilesOfASummary() {
    assertThat(only("summary: a.b", "  percentiles: [0.5, 0.95]").definition().name())
        .isEqualTo("a.b");
  }

  @Test
  void read_takesKeepAndDrop() {
    assertThat(only("counter: a.b", "  keep: {x: 1, y: [2, 3]}").filter())
        .isEqualTo(
            EventFilter.keep(
                Map.of(
                    FactKey.flat("x"),
                    RuleReader.read("x", "1"),
                    FactKey.flat("y"),
                    new ExactMatcher(List.of("3", "2")))));
    assertThat(only("counter: a.b", "  drop: {x: 1}").filter())
        .isEqualTo(EventFilter.drop(Map.of(FactKey.flat("x"), RuleReader.read("x", "1"))));
  }

  @Test
  void read_takesTagRules() {
    Metric metric =
        only(
            "counter: a.b",
            "  tags: [result, kind]",
            "  tag-values: {result: {from: status, '303': success, '*': failure}, kind: type}");

    assertThat(metric.tagRules())
        .isEqualTo(
            Map.of(
                "result",
                TagRule.from("status", Map.of("303", "success", "*", "failure")),
                "kind",
                TagRule.from("type")));
  }

  @Test
  void read_givesADurationSeconds() {
    assertThat(only("summary: a.duration").definition().unit()).isEqualTo("s");
    assertThat(only("summary: a.size").definition().unit()).isEmpty();
    assertThat(only("counter: a.duration").definition().unit()).isEmpty();
  }

  @Test
  void read_givesAMetricTheUnitAndBucketsOfItsDefault() {
    MetricDefinition known =
        new MetricDefinition(MetricType.DISTRIBUTION, "a.query").withUnit("s").withBuckets(1, 2);

    Metric metric = read(List.of(known), "distribution: b.c", "  event: a", "  measurement: query");

    assertThat(metric.definition().unit()).isEqualTo("s");
    assertThat(metric.definition().buckets()).containsExactly(1, 2);
  }

  @Test
  void read_leavesBucketsOfAnotherUnitOut() {
    MetricDefinition known =
        new MetricDefinition(MetricType.DISTRIBUTION, "a.query").withUnit("s").withBuckets(1, 2);

    Metric metric = read(List.of(known), "distribution: a.query", "  unit: ms");

    assertThat(metric.definition().buckets()).isEmpty();
  }

  @Test
  void read_replacesADefaultOfTheSameName() {
    MetricDefinition first = new MetricDefinition(MetricType.COUNTER, "a.count");
    MetricDefinition second = new MetricDefinition(MetricType.COUNTER, "b.count");
    Config config = ConfigFixture.yaml("metrics:", "- {counter: a.count, tags: [x]}").load();

    List<Metric> metrics =
        MetricsSection.read(
            config.root(), new DefaultMetrics(List.of(first, second), List.of(), event -> false));

    assertThat(metrics).containsExactly(Metric.of(first.withTags("x")), Metric.of(second));
  }

  @Test
  void read_leavesOutADefaultWhoseRuleIsWrong() {
    MetricDefinition wrong = new MetricDefinition(MetricType.COUNTER, "a.n").withKeep("x", "> y");
    MetricDefinition right = new MetricDefinition(MetricType.COUNTER, "b.n");
    Config config = ConfigFixture.yaml("").load();

    assertThat(
            MetricsSection.read(
                config.root(),
                new DefaultMetrics(List.of(wrong, right), List.of(), event -> false)))
        .containsExactly(Metric.of(right));
    assertThat(config.errors().messages())
        .containsExactly(
            "default metric a.n is off: expected a number behind >,"
                + " with or without a unit such as ms or KiB");
  }

  private static Metric only(String... lines) {
    return read(List.of(), lines);
  }

  private static Metric read(List<MetricDefinition> defaults, String... lines) {
    Config config = ConfigFixture.yaml("metrics:", "- " + String.join("\n", lines)).load();
    List<Metric> metrics =
        MetricsSection.read(config.root(), new DefaultMetrics(defaults, List.of(), event -> false));
    config.root().rejectUnread();
    assertThat(config.errors().messages()).isEmpty();
    return metrics.get(metrics.size() - 1);
  }
}
