package dev.telemetry.agent.report.prometheus;

import static dev.telemetry.agent.report.prometheus.PrometheusFixture.tags;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsPageTest {
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final PrometheusFixture fixture = PrometheusFixture.open();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "*/*                                                                             > text",
        "'text/html,application/xhtml+xml,*/*;q=0.8'                                     > text",
        "text/plain                                                                      > text",
        "application/openmetrics-text                                                    > open",
        "'application/openmetrics-text; version=0.0.1,text/plain;version=0.0.4;q=0.5,*/*;q=0.1'"
            + " > open",
        "'application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
            + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2' > open",
        "'text/plain;version=0.0.4;q=0.6,application/openmetrics-text;version=1.0.0;q=0.5' > text",
        "'application/openmetrics-text;q=0,*/*'                                          > text",
      })
  void format_isTheOneThatTheClientLikesBest(String accept, String format) {
    assertThat(fixture.get("Accept", accept).headers().firstValue("Content-Type"))
        .hasValue(format.equals("open") ? OPEN : TEXT);
  }

  @Test
  void page_isCompressedOnDemand() {
    HttpResponse<String> page = fixture.get("Accept-Encoding", "gzip");

    assertThat(page.headers().firstValue("Content-Encoding")).hasValue("gzip");
  }

  @Test
  void series_areCountedEachTimeTheyAreTaken() throws InterruptedException {
    fixture.record("{counter: a.b, tags: [t]}", tags("x"), 1);
    fixture.record("{last-value: c.d}", tags(), 1);
    fixture.text();
    fixture.openMetrics();
    fixture.awaitSent(4);

    assertThat(fixture.reporter.deliveries()).hasToString("sent 4, lost 0");
    assertThat(fixture.reporter.destination())
        .isEqualTo(fixture.http.routes.url("/metrics") + ", scrapes: 2");
  }

  @Test
  void reporterThatHasEnded_isNoPageAnyMore() {
    fixture.reporter.stop();

    assertThat(fixture.get().statusCode()).isEqualTo(404);
  }
}
