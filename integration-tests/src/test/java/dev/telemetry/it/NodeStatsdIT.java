package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Etsy's statsd has, exactly, what an application did. */
final class NodeStatsdIT {
  private static final int JAVA = 17;

  /** The server shows 100 values of a timer at most. */
  private static final int PAGES = 60;

  private static final int ELSEWHERE = 30;

  private static final String METRICS =
      "metrics:\n  - {counter: requests, event: http.server.request, tags: [http.route]}\n";

  @Test
  void requestsAndQueries_areCountedAndTimedExactly() {
    try (NodeStatsd server = new NodeStatsd()) {
      String reporters = StatsdSocket.reporters("standard", server.port());
      visit(Library.on(JAVA).agent(reporters + METRICS));

      assertThat(ofApplication(server.counters())).isEqualTo(counted());
      assertTimed(ofApplication(server.timers()));
      assertThat(server.gauges()).containsEntry("http.server.active_requests.GET.http", 0.0);
      assertThat(server.badLines()).isZero();
    }
  }

  private static Map<String, Double> counted() {
    return Map.of(
        "requests.-pages-", (double) PAGES,
        "requests.-", (double) ELSEWHERE,
        "http.server.request.count.GET.-pages-.200.nil", (double) PAGES,
        "http.server.request.count.GET.-.404.nil", (double) ELSEWHERE,
        "db.client.operation.count.h2database.SELECT.pages.nil", (double) PAGES,
        "db.client.operation.count.h2database.CREATE.pages.nil", 1.0);
  }

  private static void assertTimed(Map<String, List<Double>> timers) {
    assertThat(timers)
        .hasSize(5)
        .hasEntrySatisfying(
            "http.server.request.duration.GET.-pages-.200.nil",
            all -> assertThat(all).hasSize(PAGES))
        .hasEntrySatisfying(
            "http.server.request.duration.GET.-.404.nil", all -> assertThat(all).hasSize(ELSEWHERE))
        .hasEntrySatisfying(
            "db.client.operation.duration.h2database.SELECT.pages.nil",
            all -> assertThat(all).hasSize(PAGES))
        .hasEntrySatisfying(
            "db.client.operation.decode.h2database.SELECT.pages.nil",
            all -> assertThat(all).hasSize(PAGES))
        .hasEntrySatisfying(
            "db.client.operation.duration.h2database.CREATE.pages.nil",
            all -> assertThat(all).hasSize(1));
    assertThat(timers.values()).flatMap(all -> all).allMatch(millis -> millis > 0);
  }

  /** What the VM does meanwhile is not known beforehand. */
  private static <V> Map<String, V> ofApplication(Map<String, V> all) {
    return all.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith("jvm."))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void visit(ForkedJvm jvm) {
    try (Library library = Library.open(JAVA, jvm)) {
      try (Visitor visitor = library.visitor()) {
        for (int i = 0; i < PAGES; i++) {
          assertThat(visitor.get("/pages/ada" + i, "visitor")).isEqualTo(200);
        }
        for (int i = 0; i < ELSEWHERE; i++) {
          assertThat(visitor.get("/elsewhere", "visitor")).isEqualTo(404);
        }
      }
      library.end();
    }
  }
}
