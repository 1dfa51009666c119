package dev.telemetry.agent.poller;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.instrumentation.PulledValues;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks instrumentations for values that are kept elsewhere, once a second, on a thread that there
 * is only where there are such. Thread-safe.
 */
public final class ValuePoller {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(1);

  private final List<PulledValues> sources;
  private final PulledValues.Sink sink;
  private final AgentLog log;
  private @Nullable Poller poller;

  /** Makes a poller that does nothing yet. */
  public ValuePoller(List<PulledValues> sources, PulledValues.Sink sink, AgentLog log) {
    this.sources = new ArrayList<>(sources);
    this.sink = sink;
    this.log = log;
  }

  /** Starts it, where there is anything to ask. */
  public synchronized void start() {
    if (poller == null && !sources.isEmpty()) {
      poller = new Poller(new Work(), EVERY);
      poller.start();
    }
  }

  /**
   * Stops it and waits until it has asked a last time.
   *
   * @param deadlineNanos by {@link System#nanoTime()}; it is not waited for beyond
   */
  public void stop(long deadlineNanos) {
    Poller stopped = current();
    try {
      if (stopped != null) {
        stopped.stop();
        stopped.awaitEnd(deadlineNanos);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized @Nullable Poller current() {
    return poller;
  }

  private void pull(PulledValues source) {
    try {
      source.pull(sink);
    } catch (Throwable failure) {
      log.failure("values of " + source.getClass().getSimpleName() + " are missing", failure);
    }
  }

  private final class Work implements Poller.Work {
    @Override
    public void begin(Poller begun) {}

    @Override
    public void poll(long nanos, long everyNanos) {
      sources.forEach(ValuePoller.this::pull);
    }

    @Override
    public void end() {}
  }
}
