package dev.telemetry.agent.report;

import dev.telemetry.agent.http.HttpRoutes;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What every reporter is given. Thread-safe. */
public final class ReporterContext {
  private final Bus bus;
  private final SeriesRegistry registry;
  private final HttpRoutes routes;
  private final AgentLog log;
  private final ConcurrentMap<String, Deliveries> deliveries = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, EventTap> taps = new ConcurrentHashMap<>();

  /** Takes what reporters share where nobody listens, as tests do. */
  public ReporterContext(Bus bus, SeriesRegistry registry, AgentLog log) {
    this(bus, registry, log, new HttpRoutes());
  }

  /** Takes what reporters share. */
  public ReporterContext(Bus bus, SeriesRegistry registry, AgentLog log, HttpRoutes routes) {
    this.bus = bus;
    this.registry = registry;
    this.log = log;
    this.routes = routes;
  }

  /** Returns where events pass, for an {@link EventTap}. */
  public Bus bus() {
    return bus;
  }

  /** Returns the series to report. */
  public SeriesRegistry registry() {
    return registry;
  }

  /** Returns where to add a page, for a reporter that is asked and does not send. */
  public HttpRoutes routes() {
    return routes;
  }

  /** Returns where to say what hinders a report. */
  public AgentLog log() {
    return log;
  }

  /**
   * Returns the counters of what a reporter has sent and lost. They are the same for every reporter
   * of that name, so that counts outlive a change of its settings.
   */
  public Deliveries deliveries(String reporter) {
    return deliveries.computeIfAbsent(
        reporter, first -> new Deliveries(LossMetric.of(registry, reporter)));
  }

  /**
   * Returns the tap of a reporter, not open yet, which it closes once. It is the same for every
   * reporter of that name: what passes while one follows another waits for the second.
   *
   * @param reporter whose deliveries count what the tap has no room for
   * @param capacity how many events may wait
   */
  public EventTap tap(String reporter, int capacity) {
    return taps.computeIfAbsent(reporter, first -> newTap(reporter, capacity)).used();
  }

  private EventTap newTap(String reporter, int capacity) {
    Deliveries counts = deliveries(reporter);
    return new EventTap(bus, reporter, capacity, () -> counts.lost(LossReason.QUEUE_FULL, 1));
  }
}
