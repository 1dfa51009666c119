package dev.telemetry.agent.runtime;

import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.weaving.Weaving;
import java.lang.instrument.Instrumentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A running agent. */
final class AgentRuntime {
  private final Weaving weaving;

  private AgentRuntime(Instrumentation jvm, List<InstrumentationModule> modules) {
    weaving = new Weaving(jvm, AgentRuntime.class.getClassLoader(), Bus.shared(), modules);
  }

  static AgentRuntime start(@Nullable String argument, Instrumentation jvm) throws Exception {
    AgentRuntime runtime = new AgentRuntime(jvm, Modules.load());
    runtime.weaving.start();
    System.err.println("telemetry: started " + runtime.weaving.report().wovenByModule() + argument);
    return runtime;
  }
}
