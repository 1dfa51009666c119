package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.ValueSnapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The latest values of each summary: of the last five to ten minutes, however many scrape and how
 * often. Without a scrape nothing is kept. For one scrape at a time.
 */
final class QuantileWindows {
  private static final long STEP = TimeUnit.MINUTES.toNanos(5);

  private final LongSupplier nanos;
  private final Map<Series, Window> windows = new HashMap<>();
  private long round;

  /**
   * Takes a clock.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  QuantileWindows(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Begins a scrape. */
  void begin() {
    round++;
  }

  /** Forgets the series that this scrape has not met. */
  void end() {
    windows.values().removeIf(window -> window.round != round);
  }

  /**
   * Returns the latest of all values; all of them until the first ten minutes are over.
   *
   * @param all the series' values now
   */
  ValueSnapshot latest(Series series, ValueSnapshot all) {
    Window window = windows.computeIfAbsent(series, first -> new Window(all, nanos.getAsLong()));
    window.round = round;
    return window.latest(all, nanos.getAsLong());
  }

  private static final class Window {
    private @Nullable ValueSnapshot before;
    private ValueSnapshot newer;
    private long newerNanos;
    private long round;

    Window(ValueSnapshot now, long nanos) {
      newer = now;
      newerNanos = nanos;
    }

    ValueSnapshot latest(ValueSnapshot all, long now) {
      if (now - newerNanos >= STEP) {
        before = newer;
        newer = all;
        newerNanos = now;
      }
      return before == null ? all : all.since(before);
    }
  }
}
