package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** A bounded queue of single values: many threads offer, one drains. */
final class SampleRing {
  static final int CAPACITY = 16_384;

  // Each on cache lines of its own.
  private static final int TAIL = 16;
  private static final int HEAD = 32;

  private final AtomicLongArray ends = new AtomicLongArray(48);

  /** For each entry the bits of the value, then the series' number; 0 until it is complete. */
  private final AtomicLongArray entries = new AtomicLongArray(2 * CAPACITY);

  /** Returns false where the ring is full. */
  boolean offer(long series, double value) {
    long tail;
    do {
      tail = ends.get(TAIL);
      if (tail - ends.get(HEAD) >= CAPACITY) {
        return false;
      }
    } while (!ends.compareAndSet(TAIL, tail, tail + 1));
    int entry = entryOf(tail);
    entries.lazySet(entry, Double.doubleToRawLongBits(value));
    entries.lazySet(entry + 1, series);
    return true;
  }

  void drain(SeriesTable table, SampleConsumer consumer) {
    long end = ends.get(TAIL);
    for (long head = ends.get(HEAD); head < end; head++) {
      int entry = entryOf(head);
      long number = entries.get(entry + 1);
      if (number == 0) {
        return; // its thread is about to complete it: the next drain takes it
      }
      double value = Double.longBitsToDouble(entries.get(entry));
      entries.lazySet(entry + 1, 0);
      ends.lazySet(HEAD, head + 1);
      deliver(table.get(number), value, consumer);
    }
  }

  private static void deliver(@Nullable Series series, double value, SampleConsumer consumer) {
    if (series != null) {
      consumer.sample(series, series.metric().unit().convert(value), 1);
    }
  }

  private static int entryOf(long position) {
    return (int) (position & (CAPACITY - 1)) * 2;
  }
}
