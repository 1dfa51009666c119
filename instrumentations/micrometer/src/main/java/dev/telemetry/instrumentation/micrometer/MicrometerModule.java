package dev.telemetry.instrumentation.micrometer;

import static java.util.Collections.singletonList;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the application's registries where they make their meters, whoever implements them, and
 * reads them when it is asked to. Has to be asked for: meters are the application's own affair.
 */
public final class MicrometerModule implements InstrumentationModule, PulledValues {
  private static final String REGISTRY = "io.micrometer.core.instrument.MeterRegistry";
  private static final String ID = "(Lio/micrometer/core/instrument/Meter$Id;";
  private static final String CONFIG =
      "Lio/micrometer/core/instrument/distribution/DistributionStatisticConfig;";
  private static final String DOUBLE = "Ljava/util/function/ToDoubleFunction;";
  private static final String[] MAKERS = {
    "newCounter" + ID + ")Lio/micrometer/core/instrument/Counter;",
    "newGauge" + ID + "Ljava/lang/Object;" + DOUBLE + ")Lio/micrometer/core/instrument/Gauge;",
    "newTimer"
        + ID
        + CONFIG
        + "Lio/micrometer/core/instrument/distribution/pause/PauseDetector;"
        + ")Lio/micrometer/core/instrument/Timer;",
    "newDistributionSummary"
        + ID
        + CONFIG
        + "D)Lio/micrometer/core/instrument/DistributionSummary;",
    "newFunctionCounter"
        + ID
        + "Ljava/lang/Object;"
        + DOUBLE
        + ")Lio/micrometer/core/instrument/FunctionCounter;",
    "newFunctionTimer"
        + ID
        + "Ljava/lang/Object;Ljava/util/function/ToLongFunction;"
        + DOUBLE
        + "Ljava/util/concurrent/TimeUnit;)Lio/micrometer/core/instrument/FunctionTimer;",
    "newLongTaskTimer" + ID + ")Lio/micrometer/core/instrument/LongTaskTimer;",
    "newLongTaskTimer" + ID + CONFIG + ")Lio/micrometer/core/instrument/LongTaskTimer;",
    "newMeter"
        + ID
        + "Lio/micrometer/core/instrument/Meter$Type;Ljava/lang/Iterable;"
        + ")Lio/micrometer/core/instrument/Meter;"
  };

  private volatile @Nullable Registries registries;

  /** For {@link java.util.ServiceLoader}. */
  public MicrometerModule() {}

  @Override
  public String name() {
    return "micrometer";
  }

  @Override
  public boolean unasked() {
    return false;
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Registries all =
        new Registries(
            context.bus().event(MicrometerEvents.REGISTRY),
            context.companion(
                MeterAccess.class,
                MicrometerModule.class.getPackage().getName() + ".companion.MicrometerAccess",
                REGISTRY));
    registries = all;
    SiteAdvice seen = advice(all::seen);
    List<WeavePoint> points = new ArrayList<>();
    for (String maker : MAKERS) {
      points.add(WeavePoint.subtypesOf(REGISTRY, maker, seen));
    }
    points.add(WeavePoint.subtypesOf(REGISTRY, "close()V", advice(all::closed)));
    return points;
  }

  private static SiteAdvice advice(Consumer<Object> take) {
    return Shape.BEFORE.calling(new RegistryHook(take));
  }

  @Override
  public void pull(Sink sink) {
    Registries all = registries;
    if (all != null) {
      all.pull(sink);
    }
  }

  @Override
  public List<EventDefinition> events() {
    return singletonList(MicrometerEvents.registry());
  }

  @Override
  public List<MetricDefinition> metrics() {
    return singletonList(MicrometerEvents.registries());
  }

  /** Gives the registry to whoever wants it. */
  private static final class RegistryHook extends Hook {
    private final Consumer<Object> take;

    RegistryHook(Consumer<Object> take) {
      this.take = take;
    }

    @Override
    public @Nullable Object enter(
        @Nullable Object self, @Nullable Object first, @Nullable Object second) {
      if (self != null) {
        take.accept(self);
      }
      return null;
    }
  }
}
