package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.http.HttpRoutes;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import org.jspecify.annotations.Nullable;

/** Sends nothing: it is asked, on the threads of the agent's port, and has none of its own. */
final class PrometheusReporter implements Reporter {
  static final String PATH = "/metrics";

  private final PrometheusConfig config;
  private final GlobalTags globalTags;
  private final ReporterContext context;
  private final HttpRoutes routes;
  private final Deliveries deliveries;
  private final MetricsPage page;
  private @Nullable Scrapes scrapes;

  PrometheusReporter(PrometheusConfig config, GlobalTags globalTags, ReporterContext context) {
    this.config = config;
    this.globalTags = globalTags;
    this.context = context;
    routes = context.routes();
    deliveries = context.deliveries(PrometheusReporterFactory.NAME);
    page = new MetricsPage(this::scrapes, deliveries);
  }

  /** Made for who asks first: its classes are many, and the application waits for the start. */
  private synchronized Scrapes scrapes() {
    Scrapes known = scrapes;
    if (known == null) {
      Losses losses = new Losses(deliveries, context.log());
      Kinds kinds = new Kinds(config, losses, System::nanoTime);
      known = new Scrapes(context.registry(), kinds, globalTags.asMap(), losses);
      scrapes = known;
    }
    return known;
  }

  @Override
  public String name() {
    return PrometheusReporterFactory.NAME;
  }

  @Override
  public String destination() {
    long scrapes = page.scrapes();
    return routes.url(PATH) + (scrapes == 0 ? "" : ", scrapes: " + scrapes);
  }

  @Override
  public void start() {
    routes.open(PATH);
    routes.add(PATH, page);
  }

  @Override
  public void startAfter(@Nullable Reporter before) {
    start();
  }

  /** There is nothing to send, and so nobody to wait for. */
  @Override
  public long beginFlush() {
    return 0;
  }

  @Override
  public boolean awaitFlush(long flush, long deadlineNanos) {
    return true;
  }

  @Override
  public void stop() {
    routes.remove(PATH, page);
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }
}
