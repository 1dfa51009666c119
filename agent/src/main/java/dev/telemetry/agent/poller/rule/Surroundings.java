package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.log.AgentLog;
import java.lang.instrument.Instrumentation;

/** What rules need of the agent around them. Immutable. */
final class Surroundings {
  private final Instrumentation jvm;
  private final AgentLog log;

  Surroundings(Instrumentation jvm, AgentLog log) {
    this.jvm = jvm;
    this.log = log;
  }

  /** Returns the classes that are loaded now, by whichever loader. */
  Class<?>[] loadedClasses() {
    return jvm.getAllLoadedClasses();
  }

  /** Tells what a rule cannot do. */
  void tell(String line) {
    log.report(line);
  }
}
