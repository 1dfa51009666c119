package example.badadvice;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** An instrumentation whose advice throws, and one whose hook does. */
public final class BadModule implements InstrumentationModule {
  @Override
  public String name() {
    return "bad-advice";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    BadHook hook = new BadHook();
    return Arrays.asList(
        WeavePoint.subtypesOf(
            "java.lang.Runnable",
            "run()V",
            new SiteAdvice("example.badadvice.ThrowingAdvice", hook)),
        WeavePoint.subtypesOf(
            "java.util.concurrent.Callable",
            "call()Ljava/lang/Object;",
            new SiteAdvice("example.badadvice.ThrowingHookAdvice", hook)));
  }

  @Override
  public List<EventDefinition> events() {
    return Collections.emptyList();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return Collections.emptyList();
  }
}
