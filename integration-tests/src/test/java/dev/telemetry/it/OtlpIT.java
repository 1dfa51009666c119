package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.testing.Docker;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real server has after the application has ended is what the application did. */
final class OtlpIT {
  private static final int JAVA = 17;

  @BeforeAll
  static void requireDocker() {
    Docker.require(VictoriaMetrics.IMAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void everythingUpToTheLastRequest_isInTheServerAfterTheEnd(String compression) {
    try (VictoriaMetrics server = new VictoriaMetrics();
        StatsdSocket statsd = new StatsdSocket()) {
      String otlp = "  otlp: {url: \"" + server.exports() + "\", compression: " + compression + "}";
      Outcome end = visited(statsd.reporters() + otlp + "\n");
      server.awaitSum(Visits.REQUESTS, "http.server.request.count");
      statsd.awaitTotal(Visits.REQUESTS, "http.server.request.count");

      assertThat(end.told("otlp: ")).isEmpty();
      assertThat(named(server.names())).containsAll(named(statsd));
      assertRequests(server);
      assertOperations(server);
    }
  }

  @Test
  void deltas_addUpToEverything() {
    try (VictoriaMetrics server = new VictoriaMetrics()) {
      String yaml = "reporters:\n  otlp: {url: \"%s\", temporality: delta, every: 1s}\n";
      Outcome end = visited(yaml.formatted(server.exports()));
      server.awaitTotal(Visits.REQUESTS, "http.server.request.count");

      assertThat(end.told("otlp: ")).isEmpty();
      for (String number : new String[] {"count", "duration_count"}) {
        assertThat(server.total("http.server.request." + number)).isEqualTo(Visits.REQUESTS);
        assertThat(server.total("db.client.operation." + number)).isEqualTo(Visits.OPERATIONS);
      }
      assertThat(server.total("http.server.request.duration_bucket", "le=+Inf"))
          .isEqualTo(Visits.REQUESTS);
    }
  }

  private static void assertRequests(VictoriaMetrics server) {
    String page = "http.route=" + Library.ROUTE;
    for (String number : new String[] {"count", "duration_count"}) {
      String name = "http.server.request." + number;
      assertThat(server.sum(name)).as(name).isEqualTo(Visits.REQUESTS);
      assertThat(server.sum(name, page, "http.response.status_code=200")).isEqualTo(Visits.PAGES);
      assertThat(server.sum(name, "http.response.status_code=404")).isEqualTo(Visits.ELSEWHERE);
      assertThat(server.sum(name, page, "http.response.status_code=500")).isEqualTo(Visits.FAILED);
    }
    assertThat(server.sum("http.server.request.duration_bucket", "le=+Inf"))
        .isEqualTo(Visits.REQUESTS);
    assertThat(server.sum("http.server.request.duration_sum")).isPositive();
    assertThat(server.sum("http.server.request.failures")).isEqualTo(Visits.FAILED);
    assertThat(server.sum("http.server.active_requests")).isZero();
  }

  private static void assertOperations(VictoriaMetrics server) {
    for (String number : new String[] {"count", "duration_count"}) {
      String name = "db.client.operation." + number;
      assertThat(server.sum(name)).as(name).isEqualTo(Visits.OPERATIONS);
      assertThat(server.sum(name, "db.operation.name=SELECT", "db.collection.name=pages"))
          .as(name + " of the pages")
          .isEqualTo(Visits.PAGES + Visits.FAILED);
    }
    assertThat(server.sum("db.client.operation.duration_bucket", "le=+Inf"))
        .isEqualTo(Visits.OPERATIONS);
  }

  private static Outcome visited(String yaml) {
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent(yaml))) {
      Visits.make(library);
      return library.end();
    }
  }

  /** Metrics, not the three parts of a histogram. */
  private static Set<String> named(Set<String> names) {
    return names.stream()
        .map(name -> name.replaceAll("_(count|sum|bucket)$", ""))
        .collect(Collectors.toSet());
  }

  private static Set<String> named(StatsdSocket statsd) {
    return statsd.lines().stream()
        .map(line -> StatsdLine.parse(line).name())
        .collect(Collectors.toSet());
  }
}
