package dev.telemetry.agent.metrics.micrometer;

import dev.telemetry.agent.metrics.SeriesSource;
import io.micrometer.core.instrument.FunctionTimer;
import java.util.function.DoubleSupplier;

/** Reads meters that ask a function of the application. */
final class MeterSource {
  private MeterSource() {}

  static SeriesSource lastValue(DoubleSupplier value) {
    return new SeriesSource() {
      @Override
      public double lastValue() {
        return value.getAsDouble();
      }
    };
  }

  static SeriesSource sum(DoubleSupplier sum) {
    return new SeriesSource() {
      @Override
      public double sum() {
        return sum.getAsDouble();
      }
    };
  }

  static SeriesSource of(FunctionTimer timer) {
    return new SeriesSource() {
      @Override
      public long count() {
        return (long) timer.count();
      }

      @Override
      public double sum() {
        return timer.totalTime(timer.baseTimeUnit());
      }
    };
  }
}
