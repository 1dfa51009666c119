package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.http.HttpFixture;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.WrittenMetrics;
import dev.telemetry.bus.Bus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Objects;

/** A registry that is shown at {@code /metrics} of an open port. */
final class PrometheusFixture implements AutoCloseable {
  static final String OPEN_METRICS =
      "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final HttpFixture http = HttpFixture.open();
  final SeriesRegistry registry =
      new SeriesRegistry(20_000, dev.telemetry.agent.metrics.MetricWarnings.none());
  final Reporter reporter;

  PrometheusFixture(String section, Map<String, String> globalTags) {
    ReporterContext context = new ReporterContext(new Bus(), registry, http.log, http.routes);
    reporter =
        Objects.requireNonNull(
                new PrometheusReporterFactory(true)
                    .read(
                        ConfigFixture.yaml("p: " + section).load().root().child("p"),
                        GlobalTags.of(globalTags)))
            .apply(context);
    reporter.start();
  }

  static PrometheusFixture open() {
    return new PrometheusFixture("{}", Map.of());
  }

  /** Records values for one series of a metric as a configuration writes it. */
  PrometheusFixture record(String metric, String[] tags, double... values) {
    return record(WrittenMetrics.of(metric), tags, values);
  }

  PrometheusFixture record(Metric metric, String[] tags, double... values) {
    for (double value : values) {
      registry.series(metric, tags).record(value);
    }
    return this;
  }

  static String[] tags(String... values) {
    return values;
  }

  /** The page as a client without wishes gets it. */
  String text() {
    return get().body();
  }

  String openMetrics() {
    return get("Accept", OPEN_METRICS).body();
  }

  HttpResponse<String> get(String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(http.routes.url("/metrics")));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    try {
      return CLIENT.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    reporter.stop();
    http.close();
  }

  /** Waits for a count: it comes once the answer is closed, which its reader may notice first. */
  void awaitSent(long count) throws InterruptedException {
    for (int i = 0; i < 1_000 && reporter.deliveries().sent() < count; i++) {
      Thread.sleep(10);
    }
  }
}
