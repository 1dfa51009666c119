package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Docker;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;

/** Prometheus in a container, which scrapes one agent of this machine in both formats. */
final class Prometheus implements AutoCloseable {
  /** The scraper asks for what it likes best, which is OpenMetrics. */
  static final String OPEN_METRICS = "openmetrics";

  /** The scraper takes nothing but text 0.0.4. */
  static final String TEXT = "text";

  static final String IMAGE = "prom/prometheus:v3.5.3";
  private static final int PORT = 9090;
  private static final String THIS_MACHINE = "host.docker.internal";
  private static final Pattern SERIES =
      Pattern.compile("\\{\"metric\":(\\{.*?}),\"value\":\\[[^,]+,\"([^\"]+)\"]}");
  private static final Pattern RULE =
      Pattern.compile("\\{\"state\":\"[a-z]+\",\"name\":\"([^\"]+)\".*?\"health\":\"([a-z]+)\"");
  private static final Pattern ERROR = Pattern.compile("\"lastError\":\"([^\"]*)\"");

  private final GenericContainer<?> container;

  /** Starts it, to scrape a port of this machine once a second by each job. */
  Prometheus(int port) {
    this(port, "groups: []");
  }

  /** Starts it with rules, see {@link #Prometheus(int)}. */
  Prometheus(int port, String rules) {
    String config =
        """
        global: {scrape_interval: 1s, evaluation_interval: 1s}
        rule_files: [rules.yml]
        scrape_configs:
          - job_name: openmetrics
            static_configs: [{targets: ["%1$s:%2$d"]}]
          - job_name: text
            scrape_protocols: [PrometheusText0.0.4]
            static_configs: [{targets: ["%1$s:%2$d"]}]
        """;
    container =
        Docker.container(IMAGE)
            .withExtraHost(THIS_MACHINE, "host-gateway")
            .withCopyToContainer(
                Transferable.of(config.formatted(THIS_MACHINE, port)),
                "/etc/prometheus/prometheus.yml")
            .withCopyToContainer(Transferable.of(rules), "/etc/prometheus/rules.yml")
            .withExposedPorts(PORT);
    container.start();
  }

  /** The newest values of what a query finds, by their labels without the job. */
  Map<String, Double> values(String query) {
    Map<String, Double> values = new TreeMap<>();
    for (MatchResult each : SERIES.matcher(get("/api/v1/query", query)).results().toList()) {
      String labels = each.group(1).replaceAll(",?\"job\":\"[^\"]*\"", "");
      values.put(labels, Double.valueOf(each.group(2)));
    }
    return values;
  }

  /** The one value of a query; NaN where it finds nothing. */
  double value(String query) {
    Matcher found = SERIES.matcher(get("/api/v1/query", query));
    return found.find() ? Double.parseDouble(found.group(2)) : Double.NaN;
  }

  /** Waits until each job has begun a scrape after now, and has ended it. */
  void awaitScrapes() {
    awaitScrapeAfter(newestScrape());
    awaitScrapeAfter(newestScrape()); // the one before may have begun earlier
  }

  private double newestScrape() {
    double newest = value("max(timestamp(up))");
    return Double.isNaN(newest) ? 0 : newest;
  }

  private void awaitScrapeAfter(double time) {
    String query = "count(timestamp(up) > " + String.format("%.3f", time) + ")";
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> value(query) == 2,
        () -> "no scrapes: " + targets() + "\n" + container.getLogs());
  }

  /** What the last scrape of each job has failed for; empty texts where none has. */
  List<String> errors() {
    return ERROR.matcher(targets()).results().map(each -> each.group(1)).toList();
  }

  /** What each rule's last evaluation said: {@code ok}, {@code err} or {@code unknown}, by name. */
  Map<String, String> rules() {
    Map<String, String> health = new TreeMap<>();
    for (MatchResult each : RULE.matcher(get("/api/v1/rules", "")).results().toList()) {
      health.put(each.group(1), each.group(2));
    }
    return health;
  }

  /** What it complained of in its log. */
  List<String> warnings() {
    return container.getLogs().lines().filter(line -> line.matches(".*level=(?!INFO).*")).toList();
  }

  private String targets() {
    return get("/api/v1/targets", "");
  }

  private String get(String path, String query) {
    String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
    String server = "http://" + container.getHost() + ":" + container.getMappedPort(PORT);
    HttpResponse<String> answer = Http.get(URI.create(server + path + "?query=" + encoded));
    if (answer.statusCode() != 200) {
      throw new AssertionError(query + ": " + answer.body());
    }
    return answer.body();
  }

  @Override
  public void close() {
    container.close();
  }
}
