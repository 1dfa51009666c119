package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricTest {
  private static final String[] DIFFERENT = {
    "{counter: a.b}",
    "{sum: a.b}",
    "{counter: a.c}",
    "{counter: a.b, event: c}",
    "{counter: a.b, prefix: c}",
    "{sum: a.b, measurement: c}",
    "{sum: a.b, unit: ms}",
    "{sum: a.b, unit: {from: ms, to: ms}}",
    "{sum: a.b, unit: {from: s, to: ms}}",
    "{counter: a.b, description: c}",
    "{counter: a.b, limit: 5}",
    "{counter: a.b, reporters: [log]}",
    "{summary: a.b}",
    "{summary: a.b, percentiles: [0.5]}",
    "{distribution: a.b}",
    "{distribution: a.b, buckets: [1]}",
    "{distribution: a.b, tags: [x], buckets: {by: x, y: [1]}}",
    "{distribution: a.b, tags: [x], buckets: {by: x, y: [2]}}",
    "{distribution: a.b, tags: [x], buckets: {by: x, z: [1]}}",
    "{counter: a.b, keep: {x: 1}}",
    "{counter: a.b, keep: {y: 1}}",
    "{counter: a.b, drop: {x: 1}}",
    "{counter: a.b, keep: {x: '!= 1'}}",
    "{counter: a.b, keep: {x: '1*'}}",
    "{counter: a.b, keep: {x: '> 1'}}",
    "{counter: a.b, keep: {x: '>= 1'}}",
    "{counter: a.b, keep: {x: present}}",
    "{counter: a.b, keep: {x: absent}}",
    "{counter: a.b, keep: {x: [1, 2]}}",
    "{counter: a.b, tags: [x]}",
    "{counter: a.b, tags: [x.y]}",
    "{counter: a.b, tags: [x], tag-values: {x: y}}",
    "{counter: a.b, tags: [x], tag-values: {x: '{y}'}}",
    "{counter: a.b, tags: [x], tag-values: {x: 'y{y}'}}",
    "{counter: a.b, tags: [x], tag-values: {x: {constant: y}}}",
    "{counter: a.b, tags: [x], tag-values: {x: {first: [y, z]}}}",
    "{counter: a.b, tags: [x], tag-values: {x: {first: [z, y]}}}",
    "{counter: a.b, tags: [x], tag-values: {x: {from: y, a: b}}}",
    "{counter: a.b, tags: [x], tag-values: {x: {from: y, a: c}}}",
    "{counter: a.b, tags: [x], tag-values: {x: {from: y, 1..2: b, 2..3: c}}}",
    "{counter: a.b, tags: [x], tag-values: {x: {from: y, 2..3: c, 1..2: b}}}",
  };

  @Test
  void equals_seesEveryDifference() {
    List<Metric> one = MetricsFixture.eachAlone(DIFFERENT);
    List<Metric> again = MetricsFixture.eachAlone(DIFFERENT);

    assertThat(new HashSet<>(one)).hasSameSizeAs(DIFFERENT);
    assertThat(again).isEqualTo(one);
    assertThat(again.get(0).hashCode()).isEqualTo(one.get(0).hashCode());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{keep: {y: [2, 1], x: 1}, counter: a.b}",
        "{counter: a.b, keep: {x: 1, y: [1, 2]}, unit: '{request}'}"
      })
  void equals_ignoresHowItIsWritten(String item) {
    String unit = item.contains("unit") ? ", unit: '{request}'" : "";

    assertThat(MetricsFixture.metrics(item))
        .isEqualTo(MetricsFixture.metrics("{counter: a.b, keep: {x: 1, y: [1, 2]}" + unit + "}"));
  }

  @Test
  void withFilter_leavesTheOriginalAlone() {
    Metric metric = Metric.of(new MetricDefinition(MetricType.COUNTER, "a.b"));

    assertThat(metric.withFilter(MetricsFixture.keep("x", "1"))).isNotEqualTo(metric);
    assertThat(metric.filter()).isNull();
  }

  @Test
  void of_takesTheRulesOfItsDefinition() {
    MetricDefinition failures =
        new MetricDefinition(MetricType.COUNTER, "a.failures").withKeep("error.type", "present");

    assertThat(Metric.of(failures).filter())
        .isEqualTo(MetricsFixture.keep("error.type", "present"));
  }

  @Test
  void goesTo_isAllReportersUnlessSomeAreNamed() {
    Metric all = MetricsFixture.metrics("{counter: a.b}").get(0);
    Metric one = all.withReporters(Set.of("statsd"));

    assertThat(all.goesTo("log")).isTrue();
    assertThat(one.goesTo("log")).isFalse();
    assertThat(one.goesTo("statsd")).isTrue();
  }
}
