package dev.telemetry.benchmarks.timings;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.statsd.StatsdConfig;
import io.micrometer.statsd.StatsdMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** A Micrometer timer by hand, over its StatsD registry. */
final class MicrometerTarget implements Target {
  private final StatsdMeterRegistry registry;
  private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

  MicrometerTarget(int port) {
    registry = new StatsdMeterRegistry(new Config(port), Clock.SYSTEM);
  }

  @Override
  public void record(String key) {
    long start = System.nanoTime();
    Timer timer =
        timers.computeIfAbsent(key, value -> registry.timer(Timings.METRIC, "key", value));
    timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
  }

  private record Config(int port) implements StatsdConfig {
    @Override
    public String get(String key) {
      return null;
    }

    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public Duration pollingFrequency() {
      return Duration.ofSeconds(10);
    }
  }
}
