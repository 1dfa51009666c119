package dev.telemetry.instrumentation.testing;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.TelemetryEvents;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instrumentation with one flaw. */
final class FlawedModule implements InstrumentationModule {
  static final String SPAN = "job.run";
  static final String KEY = "job.kind";
  private static final String MEASUREMENT = "size";

  private final Flaw flaw;

  FlawedModule(Flaw flaw) {
    this.flaw = flaw;
  }

  @Override
  public String name() {
    return "flawed";
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    String advice =
        switch (flaw) {
          case CHANGED_RESULT -> "Meddling";
          case EXPOSED -> "Exposed";
          default -> "Sound";
        };
    return List.of(
        WeavePoint.subtypesOf(
            Job.class.getName(),
            "run(Ljava/lang/String;)I",
            new SiteAdvice(
                FlawedAdvice.class.getName() + "$" + advice, new JobHook(context.bus()))));
  }

  @Override
  public List<EventDefinition> events() {
    EventDefinition event =
        EventDefinition.span(SPAN, "A job runs.", JobHook.class)
            .withMeasurement(MEASUREMENT, "How large it is.")
            .withKey(KEY, "What it is.");
    return List.of(flaw == Flaw.UNSEEN_KEY ? event.withEndKey("unseen", "Nobody knows.") : event);
  }

  @Override
  public List<MetricDefinition> metrics() {
    return List.of(
        new MetricDefinition(MetricType.COUNTER, SPAN + ".count")
            .withTags(flaw == Flaw.UNDECLARED_TAG ? "undeclared" : KEY));
  }

  private final class JobHook extends Hook {
    private final SpanEvents span;
    private boolean handlerFailed;

    JobHook(Bus bus) {
      span = bus.span(SPAN);
      bus.attach(
          "flawed-module",
          List.of(TelemetryEvents.HANDLER_FAILURE),
          (event, measurements, metadata) -> handlerFailed = true,
          OnFailure.detach());
    }

    @Override
    public Object enter(@Nullable Object self, @Nullable Object first, @Nullable Object second) {
      return flaw == Flaw.NO_START ? System.nanoTime() : span.started(facts());
    }

    @Override
    public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
      Facts known = facts();
      Facts told =
          flaw == Flaw.FORGETFUL_END ? Facts.of(Measurements.none(), Metadata.none()) : known;
      end((long) token, told, thrown);
      if (flaw == Flaw.FAILING_HOOK || (flaw == Flaw.EXPOSED && handlerFailed)) {
        throw new IllegalStateException("hook");
      }
    }

    private void end(long start, Facts facts, @Nullable Throwable thrown) {
      if (thrown == null || flaw != Flaw.NO_END_OF_FAILURES) {
        span.ended(start, facts, flaw == Flaw.NAMELESS_FAILURES ? null : thrown);
      }
      if (thrown == null && flaw == Flaw.TWO_STOPS) {
        span.ended(start, facts, null);
      }
    }

    private Facts facts() {
      String key = flaw == Flaw.UNDECLARED_KEY ? "undeclared" : KEY;
      String measurement = flaw == Flaw.UNDECLARED_MEASUREMENT ? "undeclared" : MEASUREMENT;
      return Facts.of(Measurements.of(measurement, 1), Metadata.of(Map.of(key, "test")));
    }
  }
}
