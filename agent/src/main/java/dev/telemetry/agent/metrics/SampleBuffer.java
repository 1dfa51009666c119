package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Single values on their way to one reader, in a few rings so that threads rarely meet. */
final class SampleBuffer {
  private static final SampleRing[] OFF = {};
  private static final int MOST_RINGS = 8;

  private final LongAdder rounded = new LongAdder();
  private volatile SampleRing[] rings = OFF;
  private long roundedDelivered;

  /** Returns false where the value has to be counted by {@link #countRounded} instead. */
  boolean offer(long series, double value) {
    SampleRing[] now = rings;
    return now.length == 0 || now[Stripes.ofThread(now.length)].offer(series, value);
  }

  /** To be called after the value is where {@link Series#drainRounded} finds it. */
  void countRounded() {
    rounded.increment();
  }

  long rounded() {
    return rounded.sum();
  }

  boolean on() {
    return rings.length != 0;
  }

  synchronized void switchTo(boolean wanted) {
    if (wanted != on()) {
      rings = wanted ? newRings() : OFF;
    }
  }

  private static SampleRing[] newRings() {
    SampleRing[] made = new SampleRing[Stripes.most(MOST_RINGS)];
    for (int i = 0; i < made.length; i++) {
      made[i] = new SampleRing();
    }
    return made;
  }

  void drain(SeriesTable table, SampleConsumer consumer) {
    for (SampleRing ring : rings) {
      ring.drain(table, consumer);
    }
    long now = rounded.sum();
    if (now != roundedDelivered) {
      roundedDelivered = now;
      table.forEach(series -> series.drainRounded(consumer));
    }
  }
}
