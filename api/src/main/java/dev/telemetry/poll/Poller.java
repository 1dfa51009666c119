package dev.telemetry.poll;

import dev.telemetry.bus.Bus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Calls measurements at their own periods. Thread-safe; {@link dev.telemetry.Telemetry#poller()} is
 * the one of this copy of the API.
 *
 * <p>One thread keeps the time, at most four do the work, none is there while nothing is to be
 * measured. All are daemons. A call that is due while the one before still runs is left out.
 *
 * <p>What a measurement throws, errors too, ends in {@link
 * dev.telemetry.TelemetryEvents#POLLER_FAILURE} and one line on {@link System#err}. After each
 * failure in a row it is left out twice as long as before, at most a minute or its own period; the
 * first success brings it back to its period. A call that takes longer than two periods, and a
 * second, counts as a failure too: its thread is given up and replaced, but not interrupted, for
 * that may close what the application still needs. At most 16 threads are given up at a time.
 */
public final class Poller {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final int IDLE_SECONDS = 10;

  private final ConcurrentMap<String, Turns> all = new ConcurrentSkipListMap<>();
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, new PollThreads("telemetry-poll-timer"));
  private final Workers workers;
  private final PollReports reports;

  /**
   * Makes a poller that does nothing yet.
   *
   * @param bus is told of failures
   */
  public Poller(Bus bus) {
    this(bus, new Workers(new PollThreads("telemetry-poll")));
  }

  Poller(Bus bus, Workers workers) {
    this.workers = workers;
    reports = new PollReports(bus);
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  /**
   * Calls a measurement soon, and from then on at each period until it is removed.
   *
   * @param id unique in this poller; failures are told by it
   * @param every ten milliseconds at least
   * @throws IllegalArgumentException where the id is taken or the period too short
   */
  public void add(String id, Duration every, PeriodicMeasurement measurement) {
    if (every.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException("expected a period of 10 ms at least, got " + every);
    }
    Turns turns = new Turns(id, every, workers, reports);
    if (all.putIfAbsent(id, turns) != null) {
      throw new IllegalArgumentException("a measurement '" + id + "' is there already");
    }
    turns.begin(timer, measurement);
  }

  /**
   * Removes a measurement. A call that is under way on another thread is not waited for.
   *
   * @return false where none has that id
   */
  public boolean remove(String id) {
    Turns turns = all.remove(id);
    if (turns != null) {
      turns.end();
    }
    return turns != null;
  }

  /** Returns how each measurement is, in the order of their ids. */
  public List<PollInfo> measurements() {
    List<PollInfo> infos = new ArrayList<>();
    all.values().forEach(turns -> infos.add(turns.info()));
    return infos;
  }
}
