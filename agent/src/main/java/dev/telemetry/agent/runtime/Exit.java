package dev.telemetry.agent.runtime;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.weaving.boot.LastHook;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Reports to the end when the JVM ends: once beside the application's own shutdown hooks, one of
 * which may halt the JVM, and once more after them, because they may still serve requests. Both
 * together wait for two seconds at most. The last line tells what could not be delivered.
 */
final class Exit {
  private static final long LAST_POLL_DEADLINE = TimeUnit.MILLISECONDS.toNanos(500);

  /** Left for the last time, however long a reporter has kept the first one waiting. */
  private static final long LAST_SHARE = TimeUnit.MILLISECONDS.toNanos(500);

  private final LiveReporters reporters;
  private final LongConsumer lastPolls;
  private final Instrumentation jvm;
  private final AgentLog log;
  private boolean lastAdded;
  private final AtomicLong patience = new AtomicLong(TimeUnit.SECONDS.toNanos(2));

  /**
   * Takes what there is to be ended.
   *
   * @param lastPolls asks a last time for what is asked on a period, no longer than until that
   *     {@link System#nanoTime()}
   */
  Exit(LiveReporters reporters, LongConsumer lastPolls, Instrumentation jvm, AgentLog log) {
    this.reporters = reporters;
    this.lastPolls = lastPolls;
    this.jvm = jvm;
    this.log = log;
  }

  /** Adds the hook that runs beside the application's own. */
  void addHook() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::reportFirst, "telemetry-shutdown"));
  }

  /**
   * Adds the one that runs after them, where the JVM lets it. Nothing that the application waits
   * for; where it ends before this was called, the first hook does it.
   */
  synchronized void addLastHook() {
    if (lastAdded) {
      return;
    }
    lastAdded = true;
    try {
      LastHook.of(jvm).register(this::reportLast);
    } catch (Throwable refused) {
      log.failure("what happens in shutdown hooks may go unreported", refused);
    }
  }

  private void reportFirst() {
    addLastHook();
    report(LAST_SHARE);
  }

  private void reportLast() {
    lastPolls.accept(System.nanoTime() + LAST_POLL_DEADLINE);
    List<String> late = report(0);
    reporters.giveUp();
    String losses = reporters.losses();
    if (!late.isEmpty()) {
      losses += (losses.isEmpty() ? "" : "; ") + "no time for all of " + String.join(", ", late);
    }
    if (!losses.isEmpty()) {
      log.report("at the end: " + losses);
    }
  }

  private List<String> report(long share) {
    long began = System.nanoTime();
    List<String> late = reporters.flush(patience.get() - share);
    patience.addAndGet(began - System.nanoTime());
    return late;
  }
}
