package dev.telemetry.instrumentation.scheduled;

import static java.util.Collections.singletonList;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import java.util.List;

/** Measures Spring's scheduled methods where Spring calls them. */
public final class ScheduledModule implements InstrumentationModule {
  private static final String RUNNABLE =
      "org.springframework.scheduling.support.ScheduledMethodRunnable";

  /** For the service loader. */
  public ScheduledModule() {}

  @Override
  public String name() {
    return "scheduled";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    ScheduledHook hook = new ScheduledHook(context.bus().span(ScheduledEvents.METHOD));
    return singletonList(WeavePoint.subtypesOf(RUNNABLE, "run()V", Shape.AROUND.calling(hook)));
  }

  @Override
  public List<EventDefinition> events() {
    return singletonList(ScheduledEvents.method());
  }

  @Override
  public List<MetricDefinition> metrics() {
    return singletonList(ScheduledEvents.duration());
  }
}
