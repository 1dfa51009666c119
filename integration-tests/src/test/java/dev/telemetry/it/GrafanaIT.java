package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.testing.Docker;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/grafana} offers, against a real Prometheus that scrapes the default metrics of
 * an application with requests, failures and a server that takes no lines.
 */
final class GrafanaIT {
  private static final int JAVA = 17;
  private static final Pattern QUERY = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ALERT =
      Pattern.compile("(?s)- alert: (\\w+)\\s+expr: (?:>-)?\\s*(.*?)\\n +for: ");
  private static final Pattern THRESHOLD = Pattern.compile(" > [0-9.]+$");

  private static Library library;
  private static Prometheus server;
  private static String rules = "";

  @BeforeAll
  static void start() {
    Docker.require(Prometheus.IMAGE);
    rules = read("alerts.yaml");
    library = Library.open(JAVA, Library.on(JAVA).agent(openToAll()));
    server = new Prometheus(library.agentPort(), rules);
    for (int i = 0; i < 2; i++) { // a rate is a number from the second time on
      Visits.make(library);
      assertThat(library.histogram().bytes()).as("after a collection").isPositive();
      server.awaitScrapes();
    }
  }

  @AfterAll
  static void end() {
    Stream.of(server, library).filter(each -> each != null).forEach(GrafanaIT::close);
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Nobody listens at the port of its StatsD server, so that it has a loss to tell of. */
  private static String openToAll() {
    return """
        http: {host: 0.0.0.0, port: 0}
        instrumentations: {vm: {every: 200ms}}
        reporters: {prometheus: {}, statsd: {port: %d, every: 200ms}}
        """
        .formatted(Ports.free());
  }

  @Test
  void queryOfEveryPanel_findsNumbers() {
    assertThat(queries())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            query ->
                assertThat(server.values(query).values())
                    .as(query)
                    .isNotEmpty()
                    .noneMatch(number -> number.isNaN()));
  }

  @Test
  void everyRule_isEvaluatedWithoutAnError() {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> !server.rules().containsValue("unknown") && !server.rules().isEmpty(),
        () -> "" + server.rules());

    assertThat(server.rules())
        .containsOnlyKeys(alerts().keySet())
        .allSatisfy((name, health) -> assertThat(health).as(name).isEqualTo("ok"));
  }

  /** One that names a metric or a tag wrongly would never fire, and be well. */
  @Test
  void everyRule_hasNumbersToCompare() {
    assertThat(alerts())
        .hasSizeGreaterThan(5)
        .allSatisfy(
            (name, expression) -> {
              assertThat(expression).as(name).containsPattern(THRESHOLD);
              String compared = THRESHOLD.matcher(expression).replaceFirst("");
              assertThat(server.values(compared)).as(name + ": " + compared).isNotEmpty();
            });
  }

  private static List<String> queries() {
    return QUERY
        .matcher(read("grafana.json"))
        .results()
        .map(each -> each.group(1).replace("\\\"", "\""))
        .map(query -> query.replace("$job", ".*").replace("$__rate_interval", "1m"))
        .toList();
  }

  private static Map<String, String> alerts() {
    return ALERT
        .matcher(rules)
        .results()
        .collect(Collectors.toMap(each -> each.group(1), GrafanaIT::expression));
  }

  private static String expression(MatchResult alert) {
    return alert.group(2).replaceAll("\\s+", " ").trim();
  }

  private static String read(String name) {
    return Trees.read(Artifacts.module().resolve("../docs/grafana").resolve(name));
  }
}
