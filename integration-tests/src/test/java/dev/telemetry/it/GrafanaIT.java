package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/grafana} offers, against a real Prometheus that scrapes the default metrics. */
final class GrafanaIT {
  private static final int JAVA = 17;
  private static final Pattern QUERY = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ALERT = Pattern.compile("(?m)^ *- alert: (\\w+)$");

  private static final String OPEN_TO_ALL =
      """
      http: {host: 0.0.0.0, port: 0}
      instrumentations: {vm: {every: 200ms}}
      """;

  @Test
  void everyQueryFindsSomething_andEveryRuleIsEvaluated() {
    Docker.require();
    String rules = read("alerts.yaml");
    try (Library library = Library.open(JAVA, Library.on(JAVA).agent(OPEN_TO_ALL));
        Prometheus server = new Prometheus(library.agentPort(), rules)) {
      server.awaitScrapes();
      Visits.make(library);
      assertThat(library.histogram().bytes()).as("after a collection").isPositive();
      server.awaitScrapes();
      server.awaitScrapes();

      assertThat(queries())
          .hasSizeGreaterThan(15)
          .allSatisfy(query -> assertThat(server.values(query)).as(query).isNotEmpty());
      Waiting.until(
          RunningProcess.DEADLINE,
          () -> !server.rules().containsValue("unknown"),
          () -> "" + server.rules());
      assertThat(server.rules())
          .containsOnlyKeys(alerts(rules))
          .allSatisfy((name, health) -> assertThat(health).as(name).isEqualTo("ok"));
    }
  }

  private static List<String> queries() {
    return QUERY
        .matcher(read("grafana.json"))
        .results()
        .map(each -> each.group(1))
        .map(query -> query.replace("\\\"", "\"").replace("$job", ".*"))
        .map(query -> query.replace("$__rate_interval", "1m"))
        .toList();
  }

  private static List<String> alerts(String rules) {
    return ALERT.matcher(rules).results().map(each -> each.group(1)).toList();
  }

  private static String read(String name) {
    return Trees.read(Artifacts.module().resolve("../docs/grafana").resolve(name));
  }
}
