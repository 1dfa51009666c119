package dev.telemetry.instrumentation.testing;

import dev.telemetry.dispatch.Dispatcher;
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
 * A module but for what it weaves in the JDK, unless the test's JVM has the dispatcher in its boot
 * loader: there alone the JDK's classes see it.
 */
final class OutsideJdk implements InstrumentationModule {
  private static final boolean JDK_SEES_DISPATCHER = Dispatcher.class.getClassLoader() == null;

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
        .filter(point -> JDK_SEES_DISPATCHER || !point.isInJdk())
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
