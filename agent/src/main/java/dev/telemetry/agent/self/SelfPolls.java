package dev.telemetry.agent.self;

import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.poll.PeriodicMeasurement;
import dev.telemetry.weaving.WeavingReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Has the agent look at itself, by the API's poller: one measurement an event. Thread-safe. */
public final class SelfPolls {
  private final Bus bus;
  private final SeriesRegistry registry;
  private final Supplier<List<Reporter>> reporters;
  private final WeavingReport weaving;
  private final Map<String, PeriodicMeasurement> measurements = new LinkedHashMap<>();

  /**
   * Takes what is looked at; looks at nothing yet.
   *
   * @param reporters those that run now
   */
  public SelfPolls(
      Bus bus, SeriesRegistry registry, Supplier<List<Reporter>> reporters, WeavingReport weaving) {
    this.bus = bus;
    this.registry = registry;
    this.reporters = reporters;
    this.weaving = weaving;
  }

  /** Looks as the settings say from now on; totals go on where they were. */
  public synchronized void use(SelfSettings settings) {
    measurements.keySet().forEach(id -> bus.poller().remove(id));
    if (settings.enabled()) {
      addMissing();
      measurements.forEach((id, each) -> bus.poller().add(id, settings.every(), each));
    }
    if (!measurements.isEmpty()) {
      bus.observe(settings.enabled());
    }
  }

  /** Not before it is asked for: these are classes that most applications never need. */
  private void addMissing() {
    if (measurements.isEmpty()) {
      BusMeasurements ofBus = new BusMeasurements(bus);
      WeaveMeasurements ofWeaving = new WeaveMeasurements(bus, weaving);
      measurements.put(SelfEvents.EVENT, ofBus::events);
      measurements.put(SelfEvents.HANDLER, ofBus::handlers);
      measurements.put(SelfEvents.METRIC, new MetricMeasurement(bus, registry));
      measurements.put(SelfEvents.REPORTER, new ReporterMeasurement(bus, reporters));
      measurements.put(SelfEvents.INSTRUMENTATION, ofWeaving::instrumentations);
      measurements.put(SelfEvents.WEAVE, ofWeaving::weaving);
      measurements.put(SelfEvents.AGENT, new ThreadMeasurement(bus));
    }
  }
}
