package dev.telemetry.agent.poller;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.bus.Bus;
import org.jspecify.annotations.Nullable;

/**
 * Emits the VM's events: {@code jvm.memory}, {@code jvm.gc}, {@code jvm.thread}, {@code jvm.class},
 * {@code jvm.cpu}, {@code jvm.buffer}, {@code jvm.file_descriptor}. Thread-safe.
 *
 * <p>What is summed up agrees with the VM's own totals, also after it was off for a while; only
 * collections that end while it is off are not told.
 */
public final class VmPoller {
  private final Bus bus;
  private final PollFailures failures;
  private @Nullable VmMeasurements measurements;
  private @Nullable Poller poller;

  /** Makes a poller that does nothing yet and touches no management class. */
  public VmPoller(Bus bus, AgentLog log) {
    this.bus = bus;
    this.failures = new PollFailures(bus, log);
  }

  /** Starts it, changes its interval or stops it, as the settings say; never waits. */
  public synchronized void use(VmSettings settings) {
    if (!settings.enabled()) {
      end();
    } else if (poller == null) {
      begin(settings.everyNanos());
    } else {
      poller.every(settings.everyNanos());
    }
  }

  /**
   * Stops it and waits until it has measured a last time.
   *
   * @param deadlineNanos by {@link System#nanoTime()}; it is not waited for beyond
   */
  public void stop(long deadlineNanos) {
    Poller stopped = end();
    try {
      if (stopped != null) {
        stopped.awaitEnd(deadlineNanos);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells whether an event is one of the VM's, which come whatever the application does. */
  public static boolean emits(String event) {
    return event.startsWith(VmEvents.PREFIX);
  }

  private synchronized void begin(long everyNanos) {
    if (measurements == null) {
      measurements = new VmMeasurements(bus, failures);
    }
    Poller begun = new Poller(new VmWork(bus, measurements, failures), everyNanos);
    begun.start();
    poller = begun;
  }

  private synchronized @Nullable Poller end() {
    Poller ended = poller;
    poller = null;
    if (ended != null) {
      ended.stop();
    }
    return ended;
  }
}
