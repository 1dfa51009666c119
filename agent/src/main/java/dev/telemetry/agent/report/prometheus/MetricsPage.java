package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.http.HttpAnswer;
import dev.telemetry.agent.http.HttpHandler;
import dev.telemetry.agent.http.HttpRequest;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.LossReason;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The page {@code /metrics}, in the format that the client likes best. */
final class MetricsPage implements HttpHandler {
  static final LossReason GONE =
      new LossReason(
          "client gone",
          "who asked for the page hung up before its end; the next scrape has all of it",
          "a longer `scrape_timeout`");

  private static final String ACCEPT = "Accept";

  private final Supplier<Scrapes> source;
  private final Deliveries deliveries;
  private final LongAdder scrapes = new LongAdder();

  /**
   * Shows what is read.
   *
   * @param source asked by whoever asks for the page
   */
  MetricsPage(Supplier<Scrapes> source, Deliveries deliveries) {
    this.source = source;
    this.deliveries = deliveries;
  }

  /** Returns how often the page was asked for. */
  long scrapes() {
    return scrapes.sum();
  }

  @Override
  public void answer(HttpRequest request, HttpAnswer answer) throws IOException {
    scrapes.increment();
    ExpositionFormatWriter writer = writer(request);
    Scrape scrape = source.get().take();
    try {
      OutputStream body = answer.body(writer.getContentType());
      writer.write(body, scrape.snapshots(), EscapingScheme.UNDERSCORE_ESCAPING);
      body.close();
      deliveries.sent(scrape.series());
    } catch (IOException gone) {
      deliveries.lost(GONE, scrape.series());
      throw gone;
    }
  }

  /** Whoever does not ask for OpenMetrics, such as a browser, gets the older text. */
  private static ExpositionFormatWriter writer(HttpRequest request) {
    double open = request.weight(ACCEPT, "application/openmetrics-text");
    double text = request.weight(ACCEPT, "text/plain", "text/*", "*/*");
    return open > 0 && open >= text
        ? OpenMetricsTextFormatWriter.create()
        : PrometheusTextFormatWriter.create();
  }
}
