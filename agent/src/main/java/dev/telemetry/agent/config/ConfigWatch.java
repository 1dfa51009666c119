package dev.telemetry.agent.config;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads the configuration again once its files have changed.
 *
 * <p>Looks at their content at intervals, on a daemon thread: that works on every file system, with
 * links that are turned and with editors that write a new file and rename it. A file is read once
 * it has stopped to change; one that is empty or gone has a little longer, because some programs
 * begin like that to write one.
 */
public final class ConfigWatch {
  private static final String THREAD = "telemetry-config";
  private static final long LONGEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long PATIENCE_WITH_NOTHING = TimeUnit.SECONDS.toNanos(1);

  private final Consumer<Config> changed;
  private final Object lock = new Object();
  private Config config;
  private long everyNanos;
  private boolean stopped;

  /**
   * Prepares to watch.
   *
   * @param config as it was read first
   * @param changed is given each configuration that follows, good or bad, on this watch's thread;
   *     must not throw
   */
  public ConfigWatch(Config config, long everyNanos, Consumer<Config> changed) {
    this.config = config;
    this.everyNanos = everyNanos;
    this.changed = changed;
  }

  /** Begins; called once. */
  public void start() {
    Thread thread = new Thread(this::run, THREAD);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /** Ends; does not wait. */
  public void stop() {
    synchronized (lock) {
      stopped = true;
      lock.notifyAll();
    }
  }

  /** Changes how often it looks. */
  public void every(long nanos) {
    synchronized (lock) {
      everyNanos = nanos;
    }
  }

  private void run() {
    while (pause(every())) {
      if (hasChanged() && hasSettled()) {
        config = config.again();
        changed.accept(config);
      }
    }
  }

  private long every() {
    synchronized (lock) {
      return everyNanos;
    }
  }

  private boolean hasChanged() {
    return !config.sources().look().equals(config.sources().seen());
  }

  /** Waits until two looks in a row see the same; false to try again at the next interval. */
  private boolean hasSettled() {
    Sources sources = config.sources();
    long pause = Math.min(LONGEST_PAUSE, every() / 2);
    long patience = sources.anyEmpty() ? PATIENCE_WITH_NOTHING : pause;
    List<String> before = sources.look();
    for (long waited = 0; waited < patience; waited += pause) {
      if (!pause(pause) || !before.equals(sources.look())) {
        return false;
      }
    }
    return true;
  }

  /** Waits; false once it is stopped. */
  private boolean pause(long nanos) {
    long end = System.nanoTime() + nanos;
    synchronized (lock) {
      try {
        for (long left = nanos; left > 0 && !stopped; left = end - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(lock, Math.max(left, 1_000_000));
        }
      } catch (InterruptedException interrupted) {
        stopped = true;
      }
      return !stopped;
    }
  }
}
