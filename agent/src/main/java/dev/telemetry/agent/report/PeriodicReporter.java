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
    try {
      export.follow(alike == null ? null : alike.export);
    } catch (Throwable failure) {
      log.failure(name + ": cannot follow", failure);
    }
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
    begin();
    long due = System.nanoTime() + everyNanos;
    long flush = awaitTurn(due);
    while (flush >= 0) {
      exportOnce();
      done(flush);
      due = Math.max(due + everyNanos, System.nanoTime());
      flush = awaitTurn(export.due(due));
    }
    close();
    synchronized (lock) {
      ended = true;
      lock.notifyAll();
    }
  }

  /** Returns which flush is answered by the export that is due now; -1 where it is over. */
  private long awaitTurn(long dueNanos) {
    synchronized (lock) {
      boolean waiting = true;
      while (waiting && !stopped && flushesDone == flushesWanted) {
        waiting = await(dueNanos);
      }
      return stopped ? -1 : flushesWanted;
    }
  }

  private void done(long flush) {
    synchronized (lock) {
      flushesDone = flush;
      lock.notifyAll();
    }
  }

  private void begin() {
    try {
      export.begin();
    } catch (Throwable failure) {
      log.failure(name + ": cannot begin", failure);
    }
  }

  private void exportOnce() {
    long begun = System.nanoTime();
    long lost = deliveries.lostInAll();
    boolean returned = false;
    try {
      export.export(begun);
      returned = true;
    } catch (Throwable failure) {
      log.failure(name + ": cannot report", failure);
    }
    boolean failed = !returned || deliveries.lostInAll() > lost;
    deliveries.exported(System.nanoTime() - begun, failed);
  }

  private void close() {
    try {
      export.close();
    } catch (Throwable failure) {
      log.failure(name + ": cannot end", failure);
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
}
