package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.config.ConfigNode;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code reporters.otlp}; each accessor documents one key. Behind the keys stand the
 * variables of https://opentelemetry.io/docs/specs/otel/protocol/exporter/. Immutable.
 */
final class OtlpConfig {
  private static final String VARIABLES = "OTEL_EXPORTER_OTLP_";
  private static final String PATH = "/v1/metrics";
  private static final String DELTA = "delta";
  private static final String GZIP = "gzip";

  private final @Nullable Endpoint endpoint;
  private final Map<String, String> headers;
  private final long everyNanos;
  private final long timeoutNanos;
  private final boolean gzip;
  private final boolean delta;

  private OtlpConfig(ConfigNode node) {
    endpoint = endpoint(url(node));
    headers =
        headers(
            withVariables(
                node.child("headers", "Sent with each request, such as a token."), "HEADERS"));
    everyNanos =
        millis(
                node.child("every", "How often metrics are exported."),
                "OTEL_METRIC_EXPORT_INTERVAL")
            .nanos(ms(100), ms(10_000));
    ConfigNode timeout =
        millis(
            node.child("timeout", "How long one export may take."), VARIABLES + "METRICS_TIMEOUT");
    timeoutNanos = millis(timeout, VARIABLES + "TIMEOUT").nanos(ms(1), ms(10_000));
    gzip =
        withVariables(node.child("compression", "How requests are compressed."), "COMPRESSION")
            .choice("none", GZIP, "none")
            .equals(GZIP);
    delta = temporality(node).choice("cumulative", "cumulative", DELTA).equals(DELTA);
  }

  /** Reads the section; null where it is wrong. */
  static @Nullable OtlpConfig read(ConfigNode node) {
    OtlpConfig config = new OtlpConfig(node);
    node.rejectUnread();
    return node.failed() || config.endpoint == null ? null : config;
  }

  private static ConfigNode withVariables(ConfigNode node, String name) {
    return node.orVariable(VARIABLES + "METRICS_" + name).orVariable(VARIABLES + name);
  }

  private static ConfigNode url(ConfigNode node) {
    ConfigNode url =
        node.child("url", "Where an OTLP collector takes metrics over HTTP.")
            .orVariable(VARIABLES + "METRICS_ENDPOINT");
    String base = node.variable(VARIABLES + "ENDPOINT").text();
    return base == null ? url : url.or(VARIABLES + "ENDPOINT", base.replaceAll("/+$", "") + PATH);
  }

  private static @Nullable Endpoint endpoint(ConfigNode url) {
    String text = url.text("http://127.0.0.1:4318" + PATH);
    Endpoint endpoint = Endpoint.of(text);
    if (endpoint == null) {
      url.expected("an address such as http://127.0.0.1:4318/v1/metrics", text);
    }
    return endpoint;
  }

  private static Map<String, String> headers(ConfigNode node) {
    Map<String, String> headers = node.textMap();
    headers.forEach(
        (name, value) -> {
          boolean valid = name.matches("[-!#$%&'*+.^_`|~0-9A-Za-z]+");
          if (!valid || value.matches("(?s).*[\\x00-\\x1f\\x7f].*")) {
            node.problem("expected names and values of HTTP headers, got the name " + name);
          }
        });
    return headers;
  }

  /** The variables are whole milliseconds. */
  private static ConfigNode millis(ConfigNode node, String variable) {
    String millis = node.variable(variable).text();
    return millis == null ? node : node.or(variable, millis + "ms");
  }

  /** In any case of letters; {@code lowmemory} is delta for all that we have. */
  private static ConfigNode temporality(ConfigNode node) {
    String name = VARIABLES + "METRICS_TEMPORALITY_PREFERENCE";
    ConfigNode temporality =
        node.child("temporality", "Totals since the start, or what came since the last export.");
    String word = node.variable(name).text();
    if (word == null) {
      return temporality;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    return temporality.or(name, lower.equals("lowmemory") ? DELTA : lower);
  }

  /** {@code url}: {@code http} or {@code https}; {@code http://127.0.0.1:4318/v1/metrics}. */
  Endpoint endpoint() {
    if (endpoint == null) {
      throw new IllegalStateException("the section is wrong");
    }
    return endpoint;
  }

  /** {@code headers}: sent with each request. */
  Map<String, String> headers() {
    return headers;
  }

  /** {@code every}: how often series are sent, at least {@code 100ms}; {@code 10s} by default. */
  long everyNanos() {
    return everyNanos;
  }

  /** {@code timeout}: for one request, connection and answer in all; {@code 10s} by default. */
  long timeoutNanos() {
    return timeoutNanos;
  }

  /** {@code compression}: {@code gzip} or {@code none} (default). */
  boolean gzip() {
    return gzip;
  }

  /** {@code temporality}: {@code cumulative} (default) or {@code delta}. */
  boolean delta() {
    return delta;
  }

  @Override
  public String toString() {
    return endpoint + ", " + (delta ? DELTA : "cumulative");
  }

  private static long ms(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
