package dev.telemetry.agent.runtime;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.bus.Bus;
import dev.telemetry.weaving.LoadedClasses;
import java.lang.instrument.Instrumentation;
import java.util.function.Function;

/**
 * The copies of the API that applications have loaded before the agent came: each is told about the
 * agent's bus. Copies that are loaded later find it themselves.
 */
final class ApiCopies {
  private final Instrumentation jvm;
  private final AgentLog log;

  ApiCopies(Instrumentation jvm, AgentLog log) {
    this.jvm = jvm;
    this.log = log;
  }

  void link(Function<Object[], Object> bus) {
    for (Class<?> type : LoadedClasses.of(jvm)) {
      if (type != Bus.class && type.getName().equals(Bus.class.getName())) {
        link(type, bus);
      }
    }
  }

  private void link(Class<?> copy, Function<Object[], Object> bus) {
    try {
      copy.getMethod("link", Function.class).invoke(null, bus);
    } catch (ReflectiveOperationException | LinkageError failure) {
      log.failure("a copy of the API keeps its own bus", failure);
    }
  }
}
