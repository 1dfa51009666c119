package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.testing.Docker;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real Prometheus, scraping from its container, has what the application did. */
final class PrometheusIT {
  private static final int JAVA = 17;

  private static final String OPEN_TO_ALL =
      """
      http: {host: 0.0.0.0, port: 0}
      instrumentations: {vm: {every: 200ms}}
      """;

  /** What the application does and the JVM is; it calls nobody and schedules nothing. */
  private static final String[] OF_LIBRARY = {"http.server.", "db.client.operation.", "jvm."};

  @BeforeAll
  static void requireDocker() {
    Docker.require(Prometheus.IMAGE);
  }

  @Test
  void everyDefaultMetric_isThereWithExactCountsInBothFormats() {
    try (Library library = Library.open(JAVA, Library.troubledOn(JAVA).agent(OPEN_TO_ALL));
        Prometheus server = new Prometheus(library.agentPort())) {
      Visits.make(library);
      assertThat(library.histogram().bytes()).as("after a collection").isPositive();
      server.awaitScrapes();

      for (String job : List.of(Prometheus.OPEN_METRICS, Prometheus.TEXT)) {
        assertDefaults(server, job);
        assertCounts(server, job);
      }
      assertThat(ofApplication(server, Prometheus.TEXT))
          .isNotEmpty()
          .isEqualTo(ofApplication(server, Prometheus.OPEN_METRICS));
      assertNothingWrong(server);
    }
  }

  private static void assertDefaults(Prometheus server, String job) {
    List<String> defaults = DefaultMetrics.inPrometheus(OF_LIBRARY);
    assertThat(defaults)
        .contains("http_server_request_duration_seconds_count", "db_client_operation_count_total")
        .hasSizeGreaterThan(20);
    assertThat(defaults)
        .allSatisfy(name -> assertThat(server.values(name + "{job=\"" + job + "\"}")).isNotEmpty());
  }

  private static void assertCounts(Prometheus server, String job) {
    BiConsumer<String, Integer> assertSum =
        (selector, sum) ->
            assertThat(server.value("sum(" + selector.replace("{", "{job=\"" + job + "\",") + ")"))
                .as(selector + " of " + job)
                .isEqualTo((double) sum);
    for (String name : List.of("_count_total", "_duration_seconds_count")) {
      String requests = "http_server_request" + name;
      String page = "http_route=\"" + Library.ROUTE + "\",";
      assertSum.accept(requests + "{}", Visits.REQUESTS);
      assertSum.accept(requests + "{" + page + "http_response_status_code=\"200\"}", Visits.PAGES);
      assertSum.accept(requests + "{http_response_status_code=\"404\"}", Visits.ELSEWHERE);
      assertSum.accept(requests + "{" + page + "http_response_status_code=\"500\"}", Visits.FAILED);
      assertSum.accept("db_client_operation" + name + "{}", Visits.OPERATIONS);
      assertSum.accept(
          "db_client_operation" + name + "{db_operation_name=\"SELECT\"}",
          Visits.PAGES + Visits.FAILED);
    }
    assertSum.accept("http_server_request_failures_total{}", Visits.FAILED);
    assertSum.accept("http_server_request_duration_seconds_bucket{le=\"+Inf\"}", Visits.REQUESTS);
    assertSum.accept("http_server_active_requests{}", 0);
  }

  private static Map<String, Double> ofApplication(Prometheus server, String job) {
    return server.values("{__name__=~\"(http|db|telemetry)_.*\",job=\"" + job + "\"}");
  }

  private static void assertNothingWrong(Prometheus server) {
    assertThat(server.value("min(min_over_time(up[1h]))")).as("every scrape").isEqualTo(1);
    assertThat(server.value("min(scrape_samples_scraped)")).isPositive();
    assertThat(server.values("scrape_samples_scraped - scrape_samples_post_metric_relabeling"))
        .hasSize(1)
        .allSatisfy((target, dropped) -> assertThat(dropped).isZero());
    assertThat(server.errors()).containsExactly("", "");
    assertThat(server.warnings()).isEmpty();
  }
}
