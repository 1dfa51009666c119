package dev.telemetry.instrumentation.micrometer.companion;

import dev.telemetry.instrumentation.micrometer.MeterAccess;
import dev.telemetry.instrumentation.micrometer.MeterIdentity;
import dev.telemetry.instrumentation.micrometer.MeterVisitor;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.step.StepMeterRegistry;

/** Reads registries of Micrometer 1.1 and later. */
public final class MicrometerAccess implements MeterAccess {
  /** Sends at once what it is given, and forgets it; its jar need not be there. */
  private static final String STATSD = "io.micrometer.statsd.StatsdMeterRegistry";

  /** For the loader of companions. */
  public MicrometerAccess() {}

  @Override
  public boolean keepsTotals(Object registry) {
    return !(registry instanceof CompositeMeterRegistry
        || registry instanceof StepMeterRegistry
        || isStatsd(registry.getClass()));
  }

  private static boolean isStatsd(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return type.getName().equals(STATSD) || (parent != null && isStatsd(parent));
  }

  @Override
  public void read(Object registry, MeterVisitor visitor) {
    for (Meter meter : ((MeterRegistry) registry).getMeters()) {
      try {
        new MeterNumbers(identity(meter), visitor).show(meter);
      } catch (RuntimeException ofTheApplication) {
        // its function has thrown; it is asked again the next time
      }
    }
  }

  private static MeterIdentity identity(Meter meter) {
    Meter.Id id = meter.getId();
    MeterIdentity identity = new MeterIdentity(meter, id.getName(), id.getDescription());
    for (Tag tag : id.getTags()) {
      identity.tag(tag.getKey(), tag.getValue());
    }
    return identity;
  }
}
