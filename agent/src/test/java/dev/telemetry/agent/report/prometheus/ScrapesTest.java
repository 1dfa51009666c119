package dev.telemetry.agent.report.prometheus;

import static dev.telemetry.agent.report.prometheus.PrometheusFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesSource;
import dev.telemetry.agent.report.WrittenMetrics;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScrapesTest {
  private PrometheusFixture fixture = PrometheusFixture.open();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void missingValue_isAnEmptyLabel() {
    String metric = "{counter: a.b, tags: [x, y]}";
    fixture.record(metric, new String[] {null, "1"}, 1).record(metric, tags("2", "1"), 1);

    assertThat(fixture.text())
        .contains("a_b_total{x=\"\",y=\"1\"} 1.0\n", "a_b_total{x=\"2\",y=\"1\"} 1.0\n");
  }

  @Test
  void namesOfTags_areCleaned_andShareALabelWhereTheyComeToTheSame() {
    fixture.record("{counter: a.b, tags: [x.y, 1st, x_y, __z]}", tags("p", "q", "r", "s"), 1);

    assertThat(fixture.text()).contains("a_b_total{_1st=\"q\",_z=\"s\",x_y=\"p;r\"} 1.0\n");
  }

  @Test
  void labelsOfPrometheusOwn_areLeftToIt() {
    fixture.record("{distribution: a.b, tags: [le], buckets: [1]}", tags("x"), 1);
    fixture.record("{summary: a.c, tags: [quantile]}", tags("x"), 1);

    assertThat(fixture.text())
        .contains("a_b_bucket{exported_le=\"x\",le=\"1.0\"} 1\n")
        .contains("a_c{exported_quantile=\"x\",quantile=\"0.5\"}");
  }

  @Test
  void globalTags_areLabels_andGiveWayToOwnOnes() {
    fixture.close();
    fixture = new PrometheusFixture("{}", Map.of("service", "shop", "env.name", "dev"));
    fixture.record("{counter: a.b, tags: [env_name]}", tags("own"), 1);

    assertThat(fixture.text()).contains("a_b_total{env_name=\"own\",service=\"shop\"} 1.0\n");
  }

  @Test
  void metricOfOthers_isNotShown() {
    fixture.record("{counter: a.b, reporters: [statsd]}", tags(), 1);
    fixture.record("{counter: a.c, reporters: [statsd, prometheus]}", tags(), 1);

    assertThat(fixture.text()).isEqualTo("# TYPE a_c_total counter\na_c_total 1.0\n");
  }

  @Test
  void nameThatIsTaken_isToldOnceAndCounted() {
    fixture.record("{counter: a.b_c}", tags(), 1).record("{counter: a.b.c}", tags(), 1, 1);
    fixture.text();

    assertThat(fixture.text())
        .startsWith("# TYPE a_b_c_total counter\na_b_c_total 2.0\n")
        .contains("telemetry_reporter_lost_total{reason=\"name taken\"");
    assertThat(fixture.reporter.deliveries().lost()).containsEntry("name taken", 2L);
    assertThat(fixture.http.said().stream().filter(line -> line.contains("a.b_c")))
        .containsExactly(
            "telemetry: prometheus: COUNTER a.b_c would be a_b_c, which COUNTER a.b.c is already");
  }

  @Test
  void nameOfASample_isTakenToo() {
    fixture.record("{distribution: a.b, buckets: [1]}", tags(), 1);
    fixture.record("{last-value: a.b.count}", tags(), 1);

    assertThat(fixture.text()).contains("# TYPE a_b histogram").doesNotContain("gauge");
    assertThat(fixture.reporter.deliveries().lost()).containsEntry("name taken", 1L);
  }

  @Test
  void metricsOfOneNameThatDifferInTags_areOneFamily() {
    fixture.record("{counter: a.b, tags: [x]}", tags("1"), 1);
    fixture.record("{counter: a.b, tags: [y]}", tags("2"), 1);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # TYPE a_b_total counter
            a_b_total{x="",y="2"} 1.0
            a_b_total{x="1",y=""} 1.0
            """);
  }

  @Test
  void seriesThatDifferInNoLabel_areOne() {
    fixture.record("{counter: a.b, tags: [x]}", tags("1"), 1);
    Metric same = WrittenMetrics.of("{counter: a.b, tags: [x], description: d}");
    fixture.record(same, tags("1"), 1);

    assertThat(fixture.text()).contains("a_b_total{x=\"1\"} 1.0\n");
    assertThat(fixture.reporter.deliveries().lost()).containsEntry("labels taken", 1L);
  }

  @Test
  void seriesThatCannotBeRead_losesItselfAlone() {
    Metric metric = WrittenMetrics.of("{last-value: a.b, tags: [x]}");
    fixture.record(metric, tags("good"), 1);
    SeriesSource broken =
        new SeriesSource() {
          @Override
          public double lastValue() {
            throw new AssertionError("broken");
          }
        };
    fixture.registry.observe(metric, broken, "bad");

    assertThat(fixture.text()).contains("a_b{x=\"good\"} 1.0\n").doesNotContain("bad");
    assertThat(fixture.reporter.deliveries().lost()).containsEntry("unreadable", 1L);
  }

  @Test
  void gaugeWithoutAValue_isNotShown() {
    fixture.registry.observe(WrittenMetrics.of("{last-value: a.b}"), new SeriesSource() {});

    assertThat(fixture.text()).isEmpty();
    assertThat(fixture.reporter.deliveries().lostInAll()).isZero();
  }

  @Test
  void sumBelowZero_isToldWhatToDo() {
    fixture.record("{sum: a.b}", tags(), -1);

    assertThat(fixture.text()).doesNotContain("a_b");
    assertThat(fixture.reporter.deliveries().lost()).containsEntry("negative sum", 1L);
    assertThat(fixture.http.said())
        .endsWith(
            "telemetry: prometheus: a.b is below zero; name it under reporters.prometheus.gauges");
  }

  @Test
  void distributionWithoutBuckets_hasThoseOfItsUnit() {
    fixture.record("{distribution: a.duration, unit: ms}", tags(), 3e6, 30e6, 20e9);
    fixture.record("{distribution: a.size, unit: byte}", tags(), 300);
    fixture.record("{distribution: a.length}", tags(), 7);

    assertThat(fixture.text())
        .contains("a_duration_milliseconds_bucket{le=\"5.0\"} 1\n")
        .contains("a_duration_milliseconds_bucket{le=\"25.0\"} 1\n")
        .contains("a_duration_milliseconds_bucket{le=\"50.0\"} 2\n")
        .contains("a_duration_milliseconds_bucket{le=\"10000.0\"} 2\n")
        .contains("a_duration_milliseconds_bucket{le=\"+Inf\"} 3\n")
        .contains("a_size_bytes_bucket{le=\"256.0\"} 0\n", "a_size_bytes_bucket{le=\"1024.0\"} 1\n")
        .contains("a_length_bucket{le=\"5.0\"} 0\n", "a_length_bucket{le=\"10.0\"} 1\n");
  }

  @Test
  void overflow_isASeriesLikeOthers() {
    String metric = "{counter: a.b, tags: [x], limit: 1}";
    fixture.record(metric, tags("1"), 1).record(metric, tags("2"), 1).record(metric, tags("3"), 1);

    assertThat(fixture.text()).contains("a_b_total{x=\"_other\"} 2.0\n");
  }
}
