package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What clients make up without end, each path, user agent and SQL text another one, is held within
 * bounds, and every request is counted all the same.
 */
final class RandomTextIT {
  private static final int JAVA = 17;
  private static final int CLIENTS = 2;
  private static final int REQUESTS = 100_000;
  private static final int PAGES = REQUESTS / 2;
  private static final int LIMIT = 500;
  private static final String RANDOM = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** What the compiler, the server and the database note; the texts alone are 20 MB. */
  private static final long BYTES = 512 << 10;

  private static final String METRICS =
      """
      http:
        tags:
          client: {header: User-Agent}
          page: {query: page}
      metrics:
        - {counter: requests, event: http.server.request, tags: [http.route, url.path]}
        - {counter: by.client, event: http.server.request, tags: [client], limit: 500}
        - distribution: by.page
          event: http.server.request
          measurement: duration
          tags: [page, client]
          limit: 500
      """;

  @Test
  void randomPathsAgentsAndSql_leaveTheHeapFlatAndAreCounted() {
    try (StatsdSocket statsd = new StatsdSocket();
        Library library =
            Library.open(JAVA, Library.on(JAVA).agent(statsd.reporters() + METRICS))) {
      visit(library, REQUESTS / 5);
      ClassHistogram fifth = library.histogram();
      visit(library, REQUESTS - REQUESTS / 5);
      ClassHistogram all = library.histogram();
      Outcome end = library.end();
      statsd.awaitTotal(REQUESTS, "requests");

      assertThat(all.bytes()).as("bytes alive").isLessThan(fifth.bytes() + BYTES);
      assertThat(ofAgent(all)).as("objects of the agent's").isLessThan(ofAgent(fifth) + 100);
      assertThat(statsd.dropped()).isZero();
      assertCounted(statsd);
      assertThat(end.told("by.client has reached its limit of 500 series")).hasSize(1);
      assertThat(end.told("has reached its limit")).hasSize(2);
    }
  }

  private static void assertCounted(StatsdSocket statsd) {
    assertThat(statsd.total("requests")).isEqualTo(REQUESTS);
    assertThat(statsd.total("requests", "http.route:" + Library.ROUTE)).isEqualTo(PAGES);
    assertThat(statsd.total("requests", "http.route:/*")).isEqualTo(REQUESTS - PAGES);
    assertThat(statsd.total("by.client")).isEqualTo(REQUESTS);
    assertThat(statsd.total("by.client", "client:_other")).isEqualTo(REQUESTS - LIMIT);
    assertThat(statsd.total("by.page")).isEqualTo(REQUESTS);
    assertThat(statsd.total("by.page", "page:_other", "client:_other")).isEqualTo(REQUESTS - LIMIT);
    String operation = "db.client.operation.duration";
    assertThat(statsd.total(operation, "db.operation.name:SELECT", "db.collection.name:pages"))
        .isEqualTo(PAGES);
    assertThat(statsd.total(operation)).as("with the table's creation").isEqualTo(PAGES + 1);
    assertThat(statsd.lines())
        .filteredOn(line -> !line.startsWith("by."))
        .noneMatch(line -> line.matches(".*" + RANDOM + ".*"));
  }

  private static long ofAgent(ClassHistogram histogram) {
    Map<String, Long> own = histogram.of(name -> name.startsWith("dev.telemetry."));
    return own.values().stream().mapToLong(Long::longValue).sum();
  }

  private static void visit(Library library, int requests) {
    List<CompletableFuture<Void>> clients =
        IntStream.range(0, CLIENTS)
            .mapToObj(
                client -> CompletableFuture.runAsync(() -> visitOften(library, requests / CLIENTS)))
            .toList();
    clients.forEach(CompletableFuture::join);
  }

  private static void visitOften(Library library, int times) {
    try (Visitor visitor = library.visitor()) {
      for (int i = 0; i < times; i++) {
        String random = UUID.randomUUID().toString();
        boolean page = i % 2 == 0;
        String path = (page ? "/pages/" : "/") + random + "?page=" + random;
        assertThat(visitor.get(path, "Browser/" + random)).isEqualTo(page ? 200 : 404);
      }
    }
  }
}
