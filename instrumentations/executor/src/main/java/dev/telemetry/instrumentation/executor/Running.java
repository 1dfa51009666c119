package dev.telemetry.instrumentation.executor;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Event;
import dev.telemetry.bus.Facts;
import org.jspecify.annotations.Nullable;

/** What one worker does now, and the facts of its task. Used by that thread alone. */
final class Running implements Facts {
  private static final long NONE = -1;

  private final PoolName pool;
  private long waited = NONE;
  private long begun;
  private @Nullable Object runsBy;
  private long ran;

  Running(PoolName pool) {
    this.pool = pool;
  }

  PoolName pool() {
    return pool;
  }

  /**
   * A task was taken.
   *
   * @param handedOver when it was handed over; 0 where that is not known
   */
  void taken(long handedOver, long now) {
    waited = handedOver == 0 ? NONE : now - handedOver;
  }

  /** The task begins, by an object that tells its end from others' on this thread. */
  void begins(Object by, long now) {
    begun = now;
    runsBy = by;
  }

  void ends(Object by, long now, Event event) {
    if (runsBy == by) {
      runsBy = null;
      ran = now - begun;
      event.single(this);
      waited = NONE;
    }
  }

  @Override
  public @Nullable Object get(String key) {
    return pool.get(key);
  }

  @Override
  public Metadata metadata() {
    return pool.metadata();
  }

  @Override
  public Measurements measurements() {
    Measurements run = Measurements.of(ExecutorEvents.RUN, ran);
    return waited == NONE ? run : run.with(ExecutorEvents.WAIT, waited);
  }

  @Override
  public double measurement(String name) {
    if (name.equals(ExecutorEvents.RUN)) {
      return ran;
    }
    return name.equals(ExecutorEvents.WAIT) && waited != NONE ? waited : Double.NaN;
  }
}
