package dev.telemetry.instrumentation.micrometer;

import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One registry of the application's, and how far its totals have been read. */
final class Registry {
  private final WeakReference<Object> registry;
  private volatile @Nullable Object closed;
  private boolean known;
  private Map<List<String>, Total> totals = new HashMap<>();

  Registry(Object registry) {
    this.registry = new WeakReference<>(registry);
  }

  boolean is(Object other) {
    return registry.get() == other;
  }

  /** Returns it; null where it was collected. */
  @Nullable Object get() {
    return registry.get();
  }

  /** Keeps it until it was read a last time. */
  void close() {
    closed = registry.get();
  }

  boolean isClosed() {
    return closed != null;
  }

  /** Tells whether this is asked for the first time. */
  boolean isNew() {
    boolean first = !known;
    known = true;
    return first;
  }

  /** Hands over what has come since the last time. */
  void read(MeterAccess access, Object now, Pull pull) {
    Set<List<String>> seen = new HashSet<>();
    access.read(
        now,
        new MeterVisitor() {
          @Override
          public void total(MeterIdentity meter, String suffix, String unit, double total) {
            Reading reading = Reading.total(meter, suffix, unit);
            seen.add(reading.key);
            pull.take(Registry.this, reading, step(reading.key, meter.meter, total));
          }

          @Override
          public void newest(MeterIdentity meter, String suffix, String unit, double value) {
            pull.take(Registry.this, Reading.newest(meter, suffix, unit), value);
          }
        });
    totals.keySet().retainAll(seen);
  }

  private double step(List<String> key, Object meter, double now) {
    Total before = totals.get(key);
    if (before == null || before.meter.get() != meter) {
      before = new Total(meter);
      totals.put(key, before);
    }
    return before.stepTo(now);
  }

  /** How far a meter's total has been read. */
  private static final class Total {
    final WeakReference<Object> meter;
    private double read;

    Total(Object meter) {
      this.meter = new WeakReference<>(meter);
    }

    /** A total that is less than before has begun anew. */
    double stepTo(double now) {
      double step = now < read ? now : now - read;
      if (Double.isNaN(step) || Double.isInfinite(step)) {
        return 0;
      }
      read = now;
      return step;
    }
  }
}
