package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All that the agent does at once, for a quarter of an hour: requests and statements, polls of
 * which one fails, a file that changes, a reporter that is heard and one whose server is dead. Run
 * by the profile {@code soak} alone; {@code -Dsoak.duration=PT2M} makes it shorter.
 */
final class SoakRun {
  private static final int JAVA = 17;
  private static final Duration DURATION =
      Duration.parse(System.getProperty("soak.duration", "PT15M"));
  private static final int SAMPLES = 60;
  private static final int CLIENTS = 4;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private static final String[] PATHS = {"/pages/ada", "/pages/grace", "/elsewhere"};
  private static final String COMES_AND_GOES = "  - {counter: comes, event: http.server.request}\n";

  private final Trend heap = new Trend("bytes of live objects, the dashboard's hour apart");
  private final Trend threads = new Trend("threads");
  private final Trend files = new Trend("file descriptors");
  private int version;
  private volatile boolean over;

  @Test
  void longRun_leavesNothingBehindAndCountsExactly() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm = Library.on(JAVA).agent(file(statsd));
      try (Library library = Library.open(JAVA, jvm)) {
        AgentPages agent = new AgentPages(library.agentPort());
        List<CompletableFuture<Long>> visitors = visitors(library);
        long begun = System.nanoTime();
        for (int sample = 1; sample <= SAMPLES; sample++) {
          change(jvm, library, statsd);
          waitUntil(begun + sample * (DURATION.toNanos() / SAMPLES));
          look(library, agent);
        }
        over = true;
        long visits = visitors.stream().mapToLong(CompletableFuture::join).sum();

        assertCounted(visits, statsd, agent);
        System.out.printf("%d visits%n%s%n%s%n%s%n", visits, heap, threads, files);
        assertThat(heap.growth()).as(heap.toString()).isLessThan(heap.median() / 100);
        assertThat(threads.growth()).as(threads.toString()).isLessThan(1);
        assertThat(files.growth()).as(files.toString()).isLessThan(1);
      }
    }
  }

  private String file(StatsdSocket statsd) {
    version++;
    String always =
        """
          # version %d
          http: {port: 0}
          reload: {every: 100ms}
          instrumentations:
            agent: {enabled: true, every: 1s}
            executor: {enabled: true}
          reporters:
            statsd: {flavor: datadog, port: %d, every: 1s}
            otlp: {url: "http://127.0.0.1:1/v1/metrics", every: 1s}
          poll:
            - {mbean: "Tomcat:type=ThreadPool,name=*", attributes: [maxThreads], event: pool, every: %ds}
            - {method: example.library.Pages.missing, event: missing, every: 1s}
          measure: [{methods: example.library.Pages.count, event: counted}]
          metrics:
            - {counter: requests, event: http.server.request, tags: [http.route]}
            - {counter: counted.count}
          """
            .formatted(version, statsd.port(), 1 + version % 2);
    return always + (version % 2 == 0 ? COMES_AND_GOES : "");
  }

  private void change(ForkedJvm jvm, Library library, StatsdSocket statsd) {
    jvm.write("telemetry.yaml", file(statsd));
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> library.told("reload").size() == version - 1,
        () -> "no word of version " + version + " in " + library.told(""));
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void look(Library library, AgentPages agent) {
    heap.add(library.histogram().bytes() - agent.historyBytes());
    threads.add(entries(library, "task"));
    files.add(entries(library, "fd"));
  }

  private static long entries(Library library, String folder) {
    try (Stream<Path> entries = Files.list(Path.of("/proc", library.pid(), folder))) {
      return entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<CompletableFuture<Long>> visitors(Library library) {
    return IntStream.range(0, CLIENTS)
        .mapToObj(client -> CompletableFuture.supplyAsync(() -> visit(library)))
        .toList();
  }

  private long visit(Library library) {
    long visits = 0;
    try (Visitor visitor = library.visitor()) {
      while (!over) {
        visitor.get(PATHS[(int) (visits % PATHS.length)], "visitor");
        visits++;
        LockSupport.parkNanos(PAUSE);
      }
    }
    return visits;
  }

  private static void assertCounted(long visits, StatsdSocket statsd, AgentPages agent) {
    statsd.awaitTotal(visits, "requests");
    statsd.awaitTotal(visits, "http.server.request.duration");
    long pages = statsd.total("requests", "http.route:" + Library.ROUTE);
    assertThat(statsd.dropped()).isZero();
    assertThat(statsd.total("requests")).isEqualTo(visits);
    assertThat(statsd.total("http.server.request.duration")).isEqualTo(visits);
    assertThat(statsd.total("counted.count")).isEqualTo(pages).isPositive();
    agent.awaitMetric("requests_total\\{http_route=\"/pages/\\*\"} " + pages + "\\.0");
    agent.awaitStatus("\"name\":\"missing \\([^{}]*\"state\":\"backed off\"");
    agent.awaitMetric("telemetry_reporter_failures_total\\{telemetry_reporter=\"otlp\"} [1-9]");
  }
}
