package dev.telemetry.instrumentation.measured;

import static java.util.Collections.singletonList;

import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import java.util.Collections;
import java.util.List;

/** The instrumentation of annotated methods. */
public final class MeasuredModule implements InstrumentationModule {

  /** For the service loader. */
  public MeasuredModule() {}

  @Override
  public String name() {
    return "measured";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    MeasuredMethods methods = new MeasuredMethods(context.bus());
    return singletonList(WeavePoint.annotated(MeasuredEvents.MEASURED, methods::adviceFor));
  }

  /** None: which method deserves which metric is for the user to say. */
  @Override
  public List<MetricDefinition> metrics() {
    return Collections.emptyList();
  }
}
