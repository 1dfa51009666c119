package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.log.AgentLog;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What rules need of the agent around them. Immutable. */
final class Surroundings {
  private final Supplier<Class<?>[]> loaded;
  private final AgentLog log;
  private final LongSupplier nanos;

  /**
   * Takes what there is.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  Surroundings(Supplier<Class<?>[]> loaded, AgentLog log, LongSupplier nanos) {
    this.loaded = loaded;
    this.log = log;
    this.nanos = nanos;
  }

  /** Returns the classes that are loaded now, by whichever loader. */
  Class<?>[] loadedClasses() {
    return loaded.get();
  }

  /** Returns the time, as {@link System#nanoTime()}. */
  long nanos() {
    return nanos.getAsLong();
  }

  /** Tells what a rule cannot do. */
  void tell(String line) {
    log.report(line);
  }
}
