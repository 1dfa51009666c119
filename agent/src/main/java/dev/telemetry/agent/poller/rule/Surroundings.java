package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.log.AgentLog;
import java.lang.instrument.Instrumentation;
import java.util.function.LongSupplier;

/** What rules need of the agent around them. Immutable. */
final class Surroundings {
  private final Instrumentation jvm;
  private final AgentLog log;
  private final LongSupplier nanos;

  /**
   * Takes what there is.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  Surroundings(Instrumentation jvm, AgentLog log, LongSupplier nanos) {
    this.jvm = jvm;
    this.log = log;
    this.nanos = nanos;
  }

  /** Returns the classes that are loaded now, by whichever loader. */
  Class<?>[] loadedClasses() {
    return jvm.getAllLoadedClasses();
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
