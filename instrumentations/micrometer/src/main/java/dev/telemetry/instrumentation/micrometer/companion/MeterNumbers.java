package dev.telemetry.instrumentation.micrometer.companion;

import dev.telemetry.instrumentation.micrometer.MeterIdentity;
import dev.telemetry.instrumentation.micrometer.MeterVisitor;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The numbers of one meter, by its kind. */
final class MeterNumbers {
  private static final String COUNT = ".count";
  private static final String SUM = ".sum";
  private static final String MAX = ".max";
  private static final String EVENTS = "{event}";
  private static final String TIME = "s";
  private static final TimeUnit NANOS = TimeUnit.NANOSECONDS;

  private final MeterIdentity identity;
  private final MeterVisitor visitor;

  MeterNumbers(MeterIdentity identity, MeterVisitor visitor) {
    this.identity = identity;
    this.visitor = visitor;
  }

  void show(Meter meter) {
    MeterUnit unit = MeterUnit.of(meter.getId().getBaseUnit());
    if (meter instanceof Counter) {
      total("", unit, ((Counter) meter).count());
    } else if (meter instanceof FunctionCounter) {
      total("", unit, ((FunctionCounter) meter).count());
    } else if (meter instanceof Gauge) {
      newest("", unit, ((Gauge) meter).value());
    } else if (meter instanceof DistributionSummary) {
      show((DistributionSummary) meter, unit);
    } else {
      showTimes(meter, unit);
    }
  }

  private void showTimes(Meter meter, MeterUnit unit) {
    if (meter instanceof Timer) {
      show((Timer) meter);
    } else if (meter instanceof FunctionTimer) {
      show((FunctionTimer) meter);
    } else if (meter instanceof LongTaskTimer) {
      show((LongTaskTimer) meter);
    } else {
      showMeasurements(meter, unit);
    }
  }

  private void show(Timer timer) {
    visitor.total(identity, COUNT, EVENTS, (double) timer.count());
    visitor.total(identity, SUM, TIME, timer.totalTime(NANOS));
    visitor.newest(identity, MAX, TIME, timer.max(NANOS));
  }

  private void show(FunctionTimer timer) {
    visitor.total(identity, COUNT, EVENTS, timer.count());
    visitor.total(identity, SUM, TIME, timer.totalTime(NANOS));
  }

  private void show(LongTaskTimer timer) {
    visitor.newest(identity, ".active", "{task}", timer.activeTasks());
    visitor.newest(identity, ".duration", TIME, timer.duration(NANOS));
  }

  private void show(DistributionSummary summary, MeterUnit unit) {
    visitor.total(identity, COUNT, EVENTS, (double) summary.count());
    total(SUM, unit, summary.totalAmount());
    newest(MAX, unit, summary.max());
  }

  /** Of a meter that has its own kinds of numbers, each is named by its kind. */
  private void showMeasurements(Meter meter, MeterUnit unit) {
    for (Measurement measurement : meter.measure()) {
      String suffix = "." + measurement.getStatistic().name().toLowerCase(Locale.ROOT);
      switch (measurement.getStatistic()) {
        case COUNT:
        case TOTAL:
        case TOTAL_TIME:
          total(suffix, unit, measurement.getValue());
          break;
        default:
          newest(suffix, unit, measurement.getValue());
      }
    }
  }

  private void total(String suffix, MeterUnit unit, double value) {
    visitor.total(identity, suffix, unit.symbol, value * unit.factor);
  }

  private void newest(String suffix, MeterUnit unit, double value) {
    visitor.newest(identity, suffix, unit.symbol, value * unit.factor);
  }

  /** Micrometer's word for a unit, in UCUM's form. */
  private static final class MeterUnit {
    final String symbol;

    /** How many nanoseconds one is, where it is a time. */
    final double factor;

    private MeterUnit(String symbol, double factor) {
      this.symbol = symbol;
      this.factor = factor;
    }

    static MeterUnit of(@Nullable String word) {
      if (word == null || word.isEmpty()) {
        return new MeterUnit("", 1);
      }
      switch (word) {
        case "bytes":
          return new MeterUnit("By", 1);
        case "seconds":
          return new MeterUnit("s", 1e9);
        case "milliseconds":
          return new MeterUnit("ms", 1e6);
        default:
          return new MeterUnit("{" + word.replaceAll("[{}\\s]", "_") + "}", 1);
      }
    }
  }
}
