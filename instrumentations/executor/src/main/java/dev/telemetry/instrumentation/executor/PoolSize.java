package dev.telemetry.instrumentation.executor;

import dev.telemetry.Measurements;

/** The numbers of one pool, or of several together. For one thread. */
final class PoolSize {
  private long threads;
  private long active;
  private long limit;
  private long queued;
  private long completed;

  PoolSize threads(long threads, long active, long limit) {
    this.threads = threads;
    this.active = active;
    this.limit = limit;
    return this;
  }

  /**
   * Takes the tasks.
   *
   * @param completed since the pool was made
   */
  PoolSize tasks(long queued, long completed) {
    this.queued = queued;
    this.completed = completed;
    return this;
  }

  long completed() {
    return completed;
  }

  /**
   * Adds the numbers of another pool.
   *
   * @param completedOfOther in place of the other's own
   */
  void add(PoolSize other, long completedOfOther) {
    threads += other.threads;
    active += other.active;
    limit = Math.min(Integer.MAX_VALUE, limit + other.limit);
    queued += other.queued;
    completed += completedOfOther;
  }

  Measurements measurements() {
    return Measurements.of(ExecutorEvents.THREADS, threads)
        .with(ExecutorEvents.ACTIVE, active)
        .with(ExecutorEvents.LIMIT, limit)
        .with(ExecutorEvents.QUEUED, queued)
        .with(ExecutorEvents.COMPLETED, completed);
  }
}
