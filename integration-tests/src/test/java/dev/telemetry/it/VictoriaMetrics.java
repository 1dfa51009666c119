package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Docker;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;

/** VictoriaMetrics in a container, which takes OTLP and keeps names as they are sent. */
final class VictoriaMetrics implements AutoCloseable {
  static final String IMAGE = "victoriametrics/victoria-metrics:v1.145.0";
  private static final int PORT = 8428;
  private static final Pattern NAME = Pattern.compile("\"__name__\":\"([^\"]+)\"");
  private static final Pattern VALUE = Pattern.compile("\"value\":\\[[^,]+,\"([^\"]+)\"]");

  private final GenericContainer<?> container;

  /** Starts it; what has come can be asked for without its usual 30 s of latency. */
  VictoriaMetrics() {
    container =
        Docker.container(IMAGE).withCommand("-search.latencyOffset=0s").withExposedPorts(PORT);
    container.start();
  }

  /** Where it takes metrics. */
  URI exports() {
    return at("/opentelemetry/v1/metrics");
  }

  /** Every name it knows; a histogram has three. */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(post("/api/v1/export", "match[]", "{__name__!=\"\"}"));
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  /** The sum of the newest values of a metric's series that bear these labels; 0 for none. */
  double sum(String name, String... labels) {
    return sumOf("last_over_time", name, labels);
  }

  /** The sum of all values that ever came of such series: what deltas add up to. */
  double total(String name, String... labels) {
    return sumOf("sum_over_time", name, labels);
  }

  private double sumOf(String function, String name, String... labels) {
    StringBuilder selector = new StringBuilder("{__name__=\"").append(name).append('"');
    for (String label : labels) {
      String[] parts = label.split("=", 2);
      selector.append(",\"").append(parts[0]).append("\"=\"").append(parts[1]).append('"');
    }
    String query = "sum(" + function + "(" + selector + "}[1h]))";
    Matcher value = VALUE.matcher(post("/api/v1/query", "query", query));
    return value.find() ? Double.parseDouble(value.group(1)) : 0;
  }

  /** Waits until all values that ever came of a metric are at least the expected sum. */
  void awaitTotal(double expected, String name) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> total(name) >= expected,
        () -> "all of " + name + " are " + total(name));
  }

  /** Waits until such a sum is at least the expected one. */
  void awaitSum(double expected, String name) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> sum(name) >= expected,
        () -> name + " is " + sum(name) + ", there are " + names());
  }

  private String post(String path, String field, String value) {
    String form = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    HttpResponse<String> answer = Http.post(at(path), form);
    if (answer.statusCode() != 200) {
      throw new AssertionError(form + ": " + answer.body());
    }
    return answer.body();
  }

  private URI at(String path) {
    return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(PORT) + path);
  }

  @Override
  public void close() {
    container.close();
  }
}
