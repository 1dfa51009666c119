package dev.telemetry.agent.metrics;

import dev.telemetry.bus.Facts;
import dev.telemetry.bus.Subscriber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All metrics of one event. */
final class EventBindings implements Subscriber {
  private final BindingGroup[] groups;

  EventBindings(List<Binding> bindings) {
    Map<List<?>, List<Binding>> alike = new LinkedHashMap<>();
    for (Binding binding : bindings) {
      Metric metric = binding.series().metric();
      alike
          .computeIfAbsent(
              Arrays.asList(metric.filter(), metric.allTagRules()), first -> new ArrayList<>())
          .add(binding);
    }
    groups = alike.values().stream().map(BindingGroup::new).toArray(BindingGroup[]::new);
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
