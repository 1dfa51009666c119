package dev.telemetry.agent.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CollectorTest {
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Collector collector = new Collector(registry, 3);
  private long frames;

  @Test
  void newSeries_isToldWithItsMetricOnce() {
    registry.series(metric(MetricType.COUNTER, "login.count", "result"), "ok").record(1);

    assertThat(frame())
        .contains("\"metrics\":[{\"id\":1,\"name\":\"login.count\",\"type\":\"counter\"")
        .contains("\"series\":[{\"id\":1,\"metric\":1,\"tags\":[\"ok\"],\"count\":0,")
        .endsWith("\"s\":[[1,1,1]]}\n");
    assertThat(frame()).isEqualTo("{\"n\":2,\"t\":1000,\"s\":[]}\n");
  }

  @Test
  void counter_tellsItsTotalAndWhatWasAdded() {
    Metric metric = metric(MetricType.COUNTER, "login.count");
    registry.series(metric).record(1);
    frame();
    registry.series(metric).record(1);
    registry.series(metric).record(1);

    assertThat(frame()).endsWith("\"s\":[[1,3,2]]}\n");
  }

  @Test
  void sum_tellsItsTotalAndWhatWasAdded() {
    Metric metric = metric(MetricType.SUM, "letter.words");
    registry.series(metric).record(2.5);
    frame();
    registry.series(metric).record(-1);

    assertThat(frame()).endsWith("\"s\":[[1,1.5,-1]]}\n");
  }

  @Test
  void lastValue_isToldWhenItChanges_andInWholeFrames() {
    Metric metric = metric(MetricType.LAST_VALUE, "heap");
    registry.series(metric).record(7);

    assertThat(frame()).endsWith("\"s\":[[1,7]]}\n");
    assertThat(frame()).endsWith("\"s\":[]}\n");
    assertThat(whole()).endsWith("\"s\":[[1,7]]}\n");
  }

  @Test
  void distribution_tellsItsTotalsWhatWasAddedAndTheBuckets() {
    Metric metric = metric(MetricType.DISTRIBUTION, "size");
    registry.series(metric).record(1);
    registry.series(metric).record(1);
    registry.series(metric).record(3);
    frame();
    registry.series(metric).record(1);

    assertThat(frame()).endsWith("\"s\":[[1,4,6,1,1,320,1]]}\n");
  }

  @Test
  void manyEvents_takeNoMoreThanFew() {
    Metric metric = metric(MetricType.COUNTER, "c");
    registry.series(metric).record(1);
    frame();
    for (int i = 0; i < 100_000; i++) {
      registry.series(metric).record(1);
    }

    assertThat(frame()).hasSizeLessThan(60);
  }

  @Test
  void seriesThatIsGone_isToldOnce() {
    Metric metric = metric(MetricType.COUNTER, "c");
    registry.series(metric).record(1);
    frame();
    registry.remove(registry.series(metric));

    assertThat(frame()).contains("\"gone\":[1]");
    assertThat(frame()).doesNotContain("gone");
  }

  @Test
  void seriesBeyondTheLimit_areCounted() {
    Metric metric = metric(MetricType.COUNTER, "c", "tag");
    for (int i = 0; i < 5; i++) {
      registry.series(metric, "v" + i).record(1);
    }
    String frame = frame();

    assertThat(frame).contains("\"id\":3").doesNotContain("\"id\":4");
    assertThat(collector.leftOut()).isEqualTo(2);
  }

  private String frame() {
    return new String(collector.frame(++frames, 1000, false), StandardCharsets.UTF_8);
  }

  private String whole() {
    return new String(collector.frame(++frames, 1000, true), StandardCharsets.UTF_8);
  }

  private static Metric metric(MetricType type, String name, String... tags) {
    return Metric.of(new MetricDefinition(type, name).withTags(tags));
  }
}
