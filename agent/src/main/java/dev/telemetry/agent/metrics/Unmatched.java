package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Bus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has not met so far: metrics whose event nobody has emitted, and events that neither a metric
 * nor a handler hears. Mostly one of them is misspelt. Shows what is so now; thread-safe.
 */
public final class Unmatched {
  private final Bus bus;
  private final MetricBinder binder;

  /**
   * Looks at a bus and what is bound to it.
   *
   * @param binder subscribed to the bus
   */
  public Unmatched(Bus bus, MetricBinder binder) {
    this.bus = bus;
    this.binder = binder;
  }

  /** Returns the written metrics whose event nobody has emitted, in their order. */
  public List<Metric> waiting() {
    return binder.waiting();
  }

  /** Returns the name of the event seen that a waiting metric may mean; null where none is near. */
  public @Nullable String meant(Metric waiting) {
    return binder.nearest(waiting);
  }

  /** Returns the written metrics whose events came, but never with what these measure. */
  public List<Metric> unmeasured() {
    return binder.unmeasured();
  }

  /**
   * Returns the events and spans of the application itself that nobody hears, sorted by name; those
   * of our own instrumentations are not among them.
   */
  public List<String> unheard() {
    return bus.unheardOfCopies();
  }
}
