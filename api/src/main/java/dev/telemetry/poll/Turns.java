package dev.telemetry.poll;

import dev.telemetry.poll.PollInfo.State;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The turns of one measurement: when it is called, left out, given up. Thread-safe. */
final class Turns {
  private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(1);
  private static final long LEAST_PATIENCE = TimeUnit.SECONDS.toNanos(1);
  private static final int MOST_DOUBLED = 16;

  private final String id;
  private final Duration every;
  private final long everyNanos;
  private final Workers workers;
  private final PollReports reports;
  private @Nullable Future<?> timed;
  private boolean ended;

  // of the call that was handed to the workers
  private boolean claimed;
  private boolean running;
  private boolean hanging;
  private long begunNanos;

  private long resumeNanos;
  private long runs;
  private long failures;
  private int inARow;

  Turns(String id, Duration every, Workers workers, PollReports reports) {
    this.id = id;
    this.every = every;
    this.everyNanos = every.toNanos();
    this.workers = workers;
    this.reports = reports;
  }

  String id() {
    return id;
  }

  Duration every() {
    return every;
  }

  /** Lets it be called from now on. */
  synchronized void begin(ScheduledExecutorService timer, PeriodicMeasurement measurement) {
    if (!ended) {
      Runnable due = () -> due(measurement);
      timed = timer.scheduleAtFixedRate(due, 0, everyNanos, TimeUnit.NANOSECONDS);
    }
  }

  /** Lets it be called no more; who still runs holds nobody up. */
  synchronized void end() {
    ended = true;
    if (timed != null) {
      timed.cancel(false);
    }
    if (running && !hanging) {
      giveUp();
    }
  }

  private void due(PeriodicMeasurement measurement) {
    long now = System.nanoTime();
    if (claim(now)) {
      handOver(measurement);
    } else if (givesUp(now)) {
      reports.hangs(id, patience(), inARow());
    }
  }

  /** A timer forgets what throws; that no thread can be had may pass. */
  private void handOver(PeriodicMeasurement measurement) {
    try {
      workers.execute(() -> call(measurement));
    } catch (Throwable refused) {
      failed();
      reports.failed(id, refused, inARow());
    }
  }

  private synchronized boolean claim(long now) {
    boolean free = !claimed && !ended && (inARow == 0 || now - resumeNanos >= 0);
    claimed |= free;
    return free;
  }

  private synchronized boolean givesUp(long now) {
    boolean late = running && !hanging && now - begunNanos > patience();
    if (late) {
      giveUp();
      failures++;
      inARow++;
    }
    return late;
  }

  private void giveUp() {
    hanging = true;
    workers.giveUpOne();
  }

  private long patience() {
    return Math.max(LEAST_PATIENCE, 2 * everyNanos);
  }

  private void call(PeriodicMeasurement measurement) {
    if (!begun()) {
      return;
    }
    try {
      measurement.measure();
      returned();
    } catch (Throwable failure) {
      failed();
      reports.failed(id, failure, inARow());
    }
  }

  private synchronized boolean begun() {
    running = !ended;
    begunNanos = System.nanoTime();
    runs += running ? 1 : 0;
    return running;
  }

  private synchronized void returned() {
    inARow = 0;
    free();
  }

  private synchronized void failed() {
    // a call that was given up has been counted already
    failures += hanging ? 0 : 1;
    inARow += hanging ? 0 : 1;
    long pause = everyNanos << Math.min(inARow, MOST_DOUBLED);
    long longest = Math.max(LONGEST_PAUSE, everyNanos);
    // half a turn less: turns are never quite that long
    resumeNanos = System.nanoTime() + Math.min(pause, longest) - everyNanos / 2;
    free();
  }

  private void free() {
    if (hanging) {
      workers.takeBackOne();
    }
    claimed = false;
    running = false;
    hanging = false;
  }

  private synchronized int inARow() {
    return inARow;
  }

  synchronized PollInfo info() {
    State state = hanging ? State.HANGING : inARow > 0 ? State.FAILING : State.WELL;
    return new PollInfo(this, new long[] {runs, failures}, state);
  }
}
