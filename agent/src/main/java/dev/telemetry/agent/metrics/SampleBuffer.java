package dev.telemetry.agent.metrics;

/** Single values on their way to one reader, in a few rings so that threads rarely meet. */
final class SampleBuffer {
  private static final SampleRing[] OFF = {};
  private static final int MOST_RINGS = 8;

  private volatile SampleRing[] rings = OFF;
  private volatile boolean anyRounded;

  /**
   * Takes a value for its reader.
   *
   * @param thread {@link Stripes#ofThread}
   * @return false where there is no room: the value is to be counted, then {@link #rounded} called
   */
  boolean offer(int thread, long series, double value) {
    SampleRing[] now = rings;
    return now.length == 0 || now[thread & (now.length - 1)].offer(series, value);
  }

  /** To be called after the value is where {@link Series#drainRounded} finds it. */
  void rounded() {
    if (!anyRounded) {
      anyRounded = true;
    }
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
    if (anyRounded) {
      anyRounded = false; // before they are read: what comes then is seen by the next drain
      table.forEach(series -> series.drainRounded(consumer));
    }
  }
}
