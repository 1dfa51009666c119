package dev.telemetry.instrumentation.measured;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import java.util.List;
import java.util.function.Predicate;

/** The instrumentation of methods that are annotated, or that the settings name. */
public final class MeasuredModule implements InstrumentationModule {
  private volatile MeasureRules rules = new MeasureRules(InstrumentationSettings.none());

  /** For the service loader. */
  public MeasuredModule() {}

  @Override
  public String name() {
    return "measured";
  }

  @Override
  public Predicate<String> configure(InstrumentationSettings settings) {
    MeasureRules before = rules;
    MeasureRules now = new MeasureRules(settings);
    rules = now;
    return className -> now.differFor(className, before);
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    MeasuredMethods methods = new MeasuredMethods(context.bus());
    PairedMethods pairs = new PairedMethods(context.bus());
    return asList(
        WeavePoint.annotated(MeasuredEvents.MEASURED, methods::adviceFor),
        WeavePoint.annotated(MeasuredEvents.MEASURED, pairs::openingFor),
        WeavePoint.annotated(MeasuredEvents.MEASURED, pairs::closingFor),
        WeavePoint.named(
            className -> rules.meanClass(className),
            site -> {
              MeasureRule rule = rules.first(site);
              return rule == null ? null : methods.adviceFor(site, rule);
            }));
  }

  @Override
  public List<EventDefinition> events() {
    return asList(MeasuredEvents.unanswered(), MeasuredEvents.call());
  }

  /** Of the methods themselves none: which deserves which metric is for the user to say. */
  @Override
  public List<MetricDefinition> metrics() {
    return singletonList(MeasuredEvents.unansweredCount());
  }
}
