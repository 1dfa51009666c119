package dev.telemetry.agent.report.prometheus;

import static dev.telemetry.agent.report.prometheus.PrometheusFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The exact text of each type, in both formats. */
class FormatsTest {
  private final PrometheusFixture fixture =
      new PrometheusFixture("{gauges: [cart.value]}", Map.of("env", "dev"));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void counter_isACounter() {
    String metric = "{counter: login.count, tags: [result], unit: '{login}', description: Logins.}";
    fixture.record(metric, tags("success"), 1, 1).record(metric, tags("failure"), 1);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # HELP login_count_total Logins.
            # TYPE login_count_total counter
            login_count_total{env="dev",result="failure"} 1.0
            login_count_total{env="dev",result="success"} 2.0
            """);
    assertThat(fixture.openMetrics())
        .isEqualTo(
            """
            # TYPE login_count counter
            # HELP login_count Logins.
            login_count_total{env="dev",result="failure"} 1.0
            login_count_total{env="dev",result="success"} 2.0
            # EOF
            """);
  }

  @Test
  void sum_isACounterWithItsUnit() {
    fixture.record("{sum: upload.size, unit: byte}", tags(), 2048, 0.5);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # TYPE upload_size_bytes_total counter
            upload_size_bytes_total{env="dev"} 2048.5
            """);
    assertThat(fixture.openMetrics())
        .isEqualTo(
            """
            # TYPE upload_size_bytes counter
            # UNIT upload_size_bytes bytes
            upload_size_bytes_total{env="dev"} 2048.5
            # EOF
            """);
  }

  @Test
  void sumThatGoesDown_isAGaugeWhereTheConfigurationSaysSo() {
    fixture.record("{sum: cart.value}", tags(), 5, -7.5);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # TYPE cart_value gauge
            cart_value{env="dev"} -2.5
            """);
  }

  @Test
  void lastValue_isAGauge() {
    fixture.record("{last-value: pool.usage, unit: '1'}", tags(), 0.75, 0.25);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # TYPE pool_usage_ratio gauge
            pool_usage_ratio{env="dev"} 0.25
            """);
    assertThat(fixture.openMetrics())
        .isEqualTo(
            """
            # TYPE pool_usage_ratio gauge
            # UNIT pool_usage_ratio ratio
            pool_usage_ratio{env="dev"} 0.25
            # EOF
            """);
  }

  @Test
  void distribution_isAHistogramOfItsBuckets() {
    String metric =
        "{distribution: query.duration, tags: [table], buckets: [0.01, 0.1, 1], description: How long.}";
    fixture.record(metric, tags("users"), 10_000_000, 10_000_001, 500_000_000, 2_000_000_000);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # HELP query_duration_seconds How long.
            # TYPE query_duration_seconds histogram
            query_duration_seconds_bucket{env="dev",table="users",le="0.01"} 1
            query_duration_seconds_bucket{env="dev",table="users",le="0.1"} 2
            query_duration_seconds_bucket{env="dev",table="users",le="1.0"} 3
            query_duration_seconds_bucket{env="dev",table="users",le="+Inf"} 4
            query_duration_seconds_count{env="dev",table="users"} 4
            query_duration_seconds_sum{env="dev",table="users"} 2.520000001
            """);
    assertThat(fixture.openMetrics())
        .isEqualTo(
            """
            # TYPE query_duration_seconds histogram
            # UNIT query_duration_seconds seconds
            # HELP query_duration_seconds How long.
            query_duration_seconds_bucket{env="dev",table="users",le="0.01"} 1
            query_duration_seconds_bucket{env="dev",table="users",le="0.1"} 2
            query_duration_seconds_bucket{env="dev",table="users",le="1.0"} 3
            query_duration_seconds_bucket{env="dev",table="users",le="+Inf"} 4
            query_duration_seconds_count{env="dev",table="users"} 4
            query_duration_seconds_sum{env="dev",table="users"} 2.520000001
            # EOF
            """);
  }

  @Test
  void summary_hasQuantiles() {
    fixture.record("{summary: page.size, percentiles: [0.5, 0.9], unit: KiB}", tags(), 16384);

    assertThat(fixture.text())
        .isEqualTo(
            """
            # TYPE page_size_kibibytes summary
            page_size_kibibytes{env="dev",quantile="0.5"} 17.0
            page_size_kibibytes{env="dev",quantile="0.9"} 17.0
            page_size_kibibytes_count{env="dev"} 1
            page_size_kibibytes_sum{env="dev"} 16.0
            """);
    assertThat(fixture.openMetrics())
        .isEqualTo(
            """
            # TYPE page_size_kibibytes summary
            # UNIT page_size_kibibytes kibibytes
            page_size_kibibytes{env="dev",quantile="0.5"} 17.0
            page_size_kibibytes{env="dev",quantile="0.9"} 17.0
            page_size_kibibytes_count{env="dev"} 1
            page_size_kibibytes_sum{env="dev"} 16.0
            # EOF
            """);
  }

  @Test
  void nothing_isAnEmptyPage() {
    assertThat(fixture.text()).isEmpty();
    assertThat(fixture.openMetrics()).isEqualTo("# EOF\n");
  }

  @Test
  void valuesOfTags_areEscaped() {
    fixture.record("{counter: a.b, tags: [t]}", tags("\\ \" \n é \t {}=,#"), 1);

    assertThat(fixture.text()).endsWith("t=\"\\\\ \\\" \\n é \t {}=,#\"} 1.0\n");
    assertThat(fixture.openMetrics()).contains("t=\"\\\\ \\\" \\n é \t {}=,#\"} 1.0\n");
  }

  @Test
  void descriptions_areEscaped() {
    fixture.record("{counter: a.b, description: \"a \\\\ \\\" \\n b\"}", tags(), 1);

    assertThat(fixture.text()).startsWith("# HELP a_b_total a \\\\ \" \\n b\n");
    assertThat(fixture.openMetrics()).contains("# HELP a_b a \\\\ \\\" \\n b\n");
  }
}
