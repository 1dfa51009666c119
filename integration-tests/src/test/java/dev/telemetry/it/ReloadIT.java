package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The file changes again and again under load: metrics come, go and change, so do tags, buckets,
 * measured methods and the reporter's own settings, and every fiftieth file is broken. 200 times;
 * 1,000 times under the profile {@code matrix}.
 */
final class ReloadIT {
  private static final int JAVA = 17;
  private static final int RELOADS = Boolean.getBoolean("it.matrix") ? 1_000 : 200;

  private static final Pattern HELD =
      Pattern.compile("dev\\.telemetry\\.(agent\\.(metrics|report)|bus|weaving)\\.(?!.*Lambda).*");

  @Test
  void reloads_loseNothingOfWhatDidNotChangeAndLeaveNothingBehind() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm = Library.on(JAVA).agent(ReloadFile.first(statsd.port()));
      try (Library library = Library.open(JAVA, jvm)) {
        library.awaitStarted();
        ReloadFile file = new ReloadFile(jvm, library, statsd.port());
        Visitors visitors = new Visitors(library);
        Map<String, Long> fifth = objectsAfter(RELOADS / 5, file, library, statsd);
        List<String> threads = library.agentThreads();
        Map<String, Long> all = objectsAfter(RELOADS - RELOADS / 5, file, library, statsd);
        List<String> threadsLater = library.agentThreads();
        int requests = visitors.leave().length;
        Outcome end = library.end();

        assertCounted(requests, statsd);
        assertThat(grown(fifth, all)).as("objects left behind, by class").isEmpty();
        assertThat(threadsLater).isEqualTo(threads);
        assertTold(file, end);
      }
    }
  }

  /** Counts what the agent holds once the file is again what it was, and all else is gone. */
  private static Map<String, Long> objectsAfter(
      int reloads, ReloadFile file, Library library, StatsdSocket statsd) {
    for (int i = 0; i < reloads; i++) {
      file.change();
    }
    file.rest();
    long now = statsd.total("requests");
    statsd.awaitTotal(now + 1, "requests");
    long then = statsd.total("requests");
    statsd.awaitTotal(then + 1, "requests");
    return library.histogram().of(HELD.asMatchPredicate());
  }

  /**
   * What grew by more than one object in four reloads; less is no leak but rows that are made at
   * the next poll, or stripes where threads have met.
   */
  private static Map<String, Long> grown(Map<String, Long> before, Map<String, Long> after) {
    Map<String, Long> grown = new TreeMap<>(after);
    grown.replaceAll((type, count) -> count - before.getOrDefault(type, 0L));
    grown.values().removeIf(more -> more <= (RELOADS - RELOADS / 5) / 4);
    return grown;
  }

  private static void assertCounted(int requests, StatsdSocket statsd) {
    statsd.awaitTotal(requests, "http.server.request.duration");
    long pages = statsd.total("requests", "http.route:" + Library.ROUTE);
    assertThat(statsd.dropped()).isZero();
    assertThat(statsd.total("requests")).isEqualTo(requests);
    assertThat(statsd.total("http.server.request.duration")).isEqualTo(requests);
    assertThat(statsd.total("counted.count")).isEqualTo(pages);
    assertThat(statsd.total("db.client.operation.count", "db.operation.name:SELECT"))
        .isEqualTo(pages)
        .isGreaterThan(RELOADS);
  }

  private static void assertTold(ReloadFile file, Outcome end) {
    assertThat(end.told("telemetry: reload")).hasSize(file.versions());
    assertThat(end.told("the configuration before stays"))
        .hasSize(file.broken())
        .allMatch(line -> line.matches(".*telemetry.yaml:9:5: metrics\\[3]: expected counter.*"));
    assertThat(end.stderr().lines())
        .filteredOn(line -> !line.startsWith("telemetry: reload"))
        .noneMatch(line -> line.matches(".*(Exception|Error|cannot).*"));
  }
}
