package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The demo's buttons, pressed by many: what arrives agrees with the demo's own stopwatch. */
final class ButtonsIT {
  private static final int JAVA = 17;
  private static final int SESSIONS = 200;
  private static final int KILLED = 50;
  private static final Duration PRESSING = Duration.ofSeconds(30);
  private static final String ENDPOINT = "websocket.endpoint:/buttons/live";
  private static final double LEAST_MILLIS = 5;
  private static final double SHARE = 0.05;

  @Test
  void answers_areTimedAsTheDemoTimesThem() throws Exception {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Map<String, List<Double>> took;
      try (RunningProcess demo = demo(statsd).start()) {
        String port = demo.awaitOutput("http://localhost:(\\d+)/").group(1);
        took = visit(URI.create("http://127.0.0.1:" + port), statsd);
        demo.terminate();
      }
      statsd.awaitAll();
      assertThat(statsd.dropped()).isZero();
      took.forEach((button, times) -> assertButton(statsd, button, times));
      long all = took.values().stream().mapToLong(List::size).sum();
      assertCounts(statsd, all);
    }
  }

  private static ForkedJvm demo(StatsdSocket statsd) {
    return ForkedJvm.on(JAVA)
        .flags("-javaagent:" + Artifacts.agent() + "=" + Artifacts.demoConfiguration())
        .flags("-Dtelemetry.reporters.statsd.port=" + statsd.port())
        .program("-jar", Artifacts.demo().toString(), "--server.port=0")
        .program("--server.address=127.0.0.1");
  }

  private static Map<String, List<Double>> visit(URI root, StatsdSocket statsd) throws Exception {
    HttpClient browser = HttpClient.newHttpClient();
    List<Presser> pressers = new ArrayList<>();
    for (int i = 0; i < SESSIONS; i++) {
      pressers.add(new Presser(browser, root));
    }
    awaitOpen(statsd, SESSIONS);
    Map<String, List<Double>> took = press(pressers);
    pressers.subList(0, KILLED).forEach(Presser::vanish);
    awaitOpen(statsd, SESSIONS - KILLED);
    pressers.subList(KILLED, SESSIONS).forEach(Presser::leave);
    awaitOpen(statsd, 0);
    return took;
  }

  private static Map<String, List<Double>> press(List<Presser> pressers)
      throws InterruptedException, ExecutionException {
    Map<String, List<Double>> took = new LinkedHashMap<>();
    Presser.BUTTONS.forEach(
        button -> took.put(button, Collections.synchronizedList(new ArrayList<>())));
    long until = System.nanoTime() + PRESSING.toNanos();
    ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
    List<Future<?>> presses = new ArrayList<>();
    for (Presser presser : pressers) {
      presses.add(
          threads.submit(
              () -> {
                presser.press(until, took);
                return null;
              }));
    }
    for (Future<?> press : presses) {
      press.get();
    }
    threads.shutdown();
    return took;
  }

  private static void awaitOpen(StatsdSocket statsd, int sessions) {
    Waiting.until(
        Duration.ofSeconds(60),
        () -> open(statsd).equals(Integer.toString(sessions)),
        () -> "not " + sessions + " sessions, but " + open(statsd));
  }

  private static String open(StatsdSocket statsd) {
    return statsd.lines().stream()
        .filter(line -> line.startsWith("websocket.session.active:") && line.contains(ENDPOINT))
        .reduce("none:none|", (earlier, later) -> later)
        .replaceAll("^[^:]*:([^|]*)\\|.*", "$1");
  }

  private static void assertButton(StatsdSocket statsd, String button, List<Double> times) {
    double own = median(times.stream());
    Map<String, String> tagOf =
        Map.of(
            "websocket.reply.duration", "websocket.event:" + button,
            "button.press.duration", "button:" + button);
    tagOf.forEach(
        (metric, tag) -> {
          assertThat(statsd.total(metric, tag)).as(metric + " " + tag).isEqualTo(times.size());
          assertThat(median(values(statsd, metric, tag)))
              .as(metric + " " + tag)
              .isCloseTo(own, within(Math.max(LEAST_MILLIS, SHARE * own)));
        });
  }

  private static void assertCounts(StatsdSocket statsd, long all) {
    for (String direction : List.of("in", "out")) {
      assertThat(
              statsd.total(
                  "websocket.message.duration", ENDPOINT, "websocket.direction:" + direction))
          .isEqualTo(all);
    }
    assertThat(statsd.total("websocket.session.open.count", ENDPOINT)).isEqualTo(SESSIONS);
    assertThat(statsd.total("websocket.session.duration", "websocket.close.code:1006"))
        .isEqualTo(KILLED);
    assertThat(statsd.total("websocket.session.duration", "websocket.close.code:1000"))
        .isEqualTo(SESSIONS - KILLED);
    assertThat(statsd.total("websocket.unanswered.count")).isZero();
  }

  private static Stream<Double> values(StatsdSocket statsd, String metric, String tag) {
    return statsd.lines().stream()
        .map(StatsdLine::parse)
        .filter(line -> line.name().equals(metric) && line.tags().contains(tag))
        .flatMap(line -> line.values().stream());
  }

  private static double median(Stream<Double> values) {
    List<Double> sorted = values.sorted().collect(Collectors.toList());
    return sorted.get(sorted.size() / 2);
  }
}
