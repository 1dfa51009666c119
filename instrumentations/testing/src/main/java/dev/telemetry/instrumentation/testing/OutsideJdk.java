package dev.telemetry.instrumentation.testing;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A module but for what it weaves in the JDK: the JDK's classes see the dispatcher only where the
 * agent's jar has defined it in the boot loader.
 */
final class OutsideJdk implements InstrumentationModule {
  private final InstrumentationModule module;

  OutsideJdk(InstrumentationModule module) {
    this.module = module;
  }

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public boolean unasked() {
    return module.unasked();
  }

  @Override
  public @Nullable Predicate<String> configure(InstrumentationSettings settings) {
    return module.configure(settings);
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    return module.weavePoints(context).stream()
        .filter(point -> !point.isInJdk())
        .collect(Collectors.toList());
  }

  @Override
  public List<EventDefinition> events() {
    return module.events();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return module.metrics();
  }
}
