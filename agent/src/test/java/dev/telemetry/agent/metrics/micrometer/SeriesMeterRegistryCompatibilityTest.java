package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.SeriesRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.tck.MeterRegistryCompatibilityKit;
import java.time.Duration;

/** All tests, and what they assert, are Micrometer's own: those that every registry has to pass. */
class SeriesMeterRegistryCompatibilityTest extends MeterRegistryCompatibilityKit {
  @Override
  public MeterRegistry registry() {
    return new SeriesMeterRegistry(new SeriesRegistry(), new MockClock());
  }

  @Override
  public Duration step() {
    return Duration.ofMinutes(2);
  }
}
