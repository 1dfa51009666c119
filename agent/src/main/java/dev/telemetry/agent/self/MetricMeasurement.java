package dev.telemetry.agent.self;

import dev.telemetry.agent.metrics.MetricSeries;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.Reading;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.poll.PeriodicMeasurement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Series by metric; one that has lost all of its series is told to have none from then on. */
final class MetricMeasurement implements PeriodicMeasurement {
  private final Event event;
  private final SeriesRegistry registry;
  private final Set<String> told = new HashSet<>();

  MetricMeasurement(Bus bus, SeriesRegistry registry) {
    event = bus.event(SelfEvents.METRIC);
    this.registry = registry;
  }

  @Override
  public void measure() {
    sizes().forEach(this::tell);
  }

  /** By name: two metrics of a name differ in who gets them, and add up. */
  private Map<String, Long> sizes() {
    Map<String, Long> sizes = new TreeMap<>();
    told.forEach(name -> sizes.put(name, 0L));
    for (MetricSeries metric : registry.metrics()) {
      if (metric.size() > 0) {
        sizes.merge(metric.metric().definition().name(), (long) metric.size(), Long::sum);
      }
    }
    return sizes;
  }

  private void tell(String name, long size) {
    told.add(name);
    new Reading().about(SelfEvents.METRIC, name).number(SelfEvents.SERIES, size).emit(event);
  }
}
