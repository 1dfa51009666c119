package dev.telemetry.agent.report;

import dev.telemetry.agent.log.AgentLog;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A reporter that exports at intervals, on one daemon thread. */
public final class PeriodicReporter implements Reporter {
  private static final long LONG = TimeUnit.DAYS.toNanos(1);

  private final String name;
  private final String destination;
  private final Deliveries deliveries;
  private final AgentLog log;
  private final Object lock = new Object();
  private Export export;
  private long everyNanos;
  private long flushesWanted;
  private long flushesDone;
  private boolean stopped;
  private boolean ended;

  /**
   * Names a reporter; {@link #exporting} says what it does.
   *
   * @param destination where it sends to, for people
   * @param deliveries counted by its export
   */
  public PeriodicReporter(String name, String destination, Deliveries deliveries, AgentLog log) {
    this.name = name;
    this.destination = destination;
    this.deliveries = deliveries;
    this.log = log;
    export = nanos -> {};
    everyNanos = TimeUnit.SECONDS.toNanos(10);
  }

  /** Sets what is done how often; to be called before {@link #start()}. Returns this. */
  public PeriodicReporter exporting(Export export, long everyNanos) {
    this.export = export;
    this.everyNanos = everyNanos;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String destination() {
    return destination;
  }

  @Override
  public Deliveries deliveries() {
    return deliveries;
  }

  @Override
  public void start() {
    start(this::run);
  }

  @Override
  public void startAfter(@Nullable Reporter before) {
    start(() -> runAfter(before));
  }

  private void start(Runnable work) {
    Thread thread = new Thread(work, "telemetry-" + name);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  private void runAfter(@Nullable Reporter before) {
    PeriodicReporter alike = before instanceof PeriodicReporter ? (PeriodicReporter) before : null;
    if (alike != null) {
      alike.awaitEnd();
    }
    guarded("follow", () -> export.follow(alike == null ? null : alike.export));
    run();
  }

  private void awaitEnd() {
    synchronized (lock) {
      boolean waiting = true;
      while (waiting && !ended) {
        waiting = await(System.nanoTime() + LONG);
      }
    }
  }

  @Override
  public long beginFlush() {
    synchronized (lock) {
      flushesWanted++;
      lock.notifyAll();
      return flushesWanted;
    }
  }

  @Override
  public boolean awaitFlush(long flush, long deadlineNanos) {
    synchronized (lock) {
      boolean waiting = true;
      while (waiting && flushesDone < flush && !stopped) {
        waiting = await(deadlineNanos);
      }
      return flushesDone >= flush;
    }
  }

  @Override
  public void stop() {
    synchronized (lock) {
      stopped = true;
      lock.notifyAll();
    }
  }

  private void run() {
    guarded("begin", export::begin);
    long due = System.nanoTime() + everyNanos;
    long flush = awaitTurn(due);
    while (flush >= 0) {
      exportOnce();
      done(flush);
      due = Math.max(due + everyNanos, System.nanoTime());
      flush = awaitTurn(export.due(due));
    }
    guarded("end", export::close);
    synchronized (lock) {
      ended = true;
      lock.notifyAll();
    }
  }

  /** Returns which flush is answered by the export that is due now; -1 where it is over. */
  private long awaitTurn(long dueNanos) {
    long pause = export.meanwhileEvery();
    while (pause > 0 && isQuiet(Math.min(dueNanos, System.nanoTime() + pause), dueNanos)) {
      guarded("report", export::meanwhile);
    }
    synchronized (lock) {
      awaitWord(dueNanos);
      return stopped ? -1 : flushesWanted;
    }
  }

  /** Waits; tells whether nobody has said anything and no export is due then. */
  private boolean isQuiet(long untilNanos, long dueNanos) {
    synchronized (lock) {
      return awaitWord(untilNanos) && dueNanos - System.nanoTime() > 0;
    }
  }

  /** Waits under the lock until a flush is wanted or all is over; true where neither is. */
  private boolean awaitWord(long untilNanos) {
    boolean waiting = true;
    while (waiting && !stopped && flushesDone == flushesWanted) {
      waiting = await(untilNanos);
    }
    return !waiting;
  }

  private void done(long flush) {
    synchronized (lock) {
      flushesDone = flush;
      lock.notifyAll();
    }
  }

  private void exportOnce() {
    long begun = System.nanoTime();
    long lost = deliveries.lostInAll();
    guarded("report", () -> export.export(begun));
    deliveries.exported(System.nanoTime() - begun, deliveries.lostInAll() > lost);
  }

  /** Nobody knows what it would have told: it counts as one. */
  private void guarded(String what, Work work) {
    try {
      work.run();
    } catch (Throwable failure) {
      deliveries.lost(LossReason.FAILED, 1);
      log.failure(name + ": cannot " + what, failure);
    }
  }

  /**
   * Waits for a change under the lock; false once the time is over or the thread is interrupted.
   */
  private boolean await(long untilNanos) {
    long left = untilNanos - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(lock, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
      return true;
    } catch (InterruptedException interrupted) {
      return false;
    }
  }

  /** What may fail. */
  private interface Work {
    void run() throws Exception;
  }
}
