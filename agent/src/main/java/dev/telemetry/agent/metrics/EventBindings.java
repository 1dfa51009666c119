package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import dev.telemetry.bus.Subscriber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All metrics of one event. */
final class EventBindings implements Subscriber {
  private final List<Binding> bindings;
  private final BindingGroup[] groups;

  EventBindings(List<Binding> bindings) {
    this(bindings, new BindingGroup[0]);
  }

  private EventBindings(List<Binding> bindings, BindingGroup[] before) {
    this.bindings = bindings;
    groups =
        grouped(bindings).stream()
            .map(group -> sameOrNew(group, before))
            .toArray(BindingGroup[]::new);
  }

  /**
   * Returns what these make of the event. What did not change goes on with the rows that it has
   * found: making them anew is work for the threads that emit.
   */
  EventBindings followedBy(List<Binding> next) {
    return next.equals(bindings) ? this : new EventBindings(next, groups);
  }

  private static BindingGroup sameOrNew(List<Binding> bindings, BindingGroup[] before) {
    for (BindingGroup group : before) {
      if (group.isOf(bindings)) {
        return group;
      }
    }
    return new BindingGroup(bindings);
  }

  private static Collection<List<Binding>> grouped(List<Binding> bindings) {
    Map<List<?>, List<Binding>> alike = new LinkedHashMap<>();
    for (Binding binding : bindings) {
      Metric metric = binding.series().metric();
      alike
          .computeIfAbsent(
              Arrays.asList(metric.filter(), metric.allTagRules()), first -> new ArrayList<>())
          .add(binding);
    }
    return alike.values();
  }

  @Override
  public void single(Facts facts) {
    record(Measurement.NO_DURATION, facts, null);
  }

  @Override
  public void started(long nanos, Facts facts) {
    record(Measurement.NO_DURATION, facts, null);
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    record(endNanos - startNanos, facts, error);
  }

  private void record(long nanos, Facts facts, @Nullable Throwable error) {
    for (BindingGroup group : groups) {
      group.record(nanos, facts, error);
    }
  }
}
