package dev.telemetry.agent.runtime;

import dev.telemetry.weaving.boot.BootLoader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The first class of the agent's own loader: puts the dispatcher into the boot loader, then starts
 * what refers to it.
 */
public final class AgentStart {
  private static final String[] DISPATCHER = {
    "java/lang/TelemetryHook", "java/lang/TelemetryDispatcher"
  };

  private AgentStart() {}

  /**
   * Starts the agent.
   *
   * @param argument the configuration file; null or empty for none
   * @param jvm the JVM's handle
   * @throws Exception where the agent has to stay off; nothing was changed then
   */
  public static void start(@Nullable String argument, Instrumentation jvm) throws Exception {
    if (RunningAgent.isThere()) {
      System.err.println("telemetry: an agent runs in this JVM already, this one does nothing");
      return;
    }
    defineDispatcher(jvm);
    AgentRuntime.start(argument, jvm);
  }

  private static void defineDispatcher(Instrumentation jvm)
      throws ReflectiveOperationException, IOException {
    if (RunningAgent.wasThere()) {
      return;
    }
    BootLoader boot = BootLoader.of(jvm);
    for (String type : DISPATCHER) {
      boot.define(type, classFile(type));
    }
  }

  private static byte[] classFile(String type) throws IOException {
    try (InputStream in = AgentStart.class.getClassLoader().getResourceAsStream(type + ".class")) {
      if (in == null) {
        throw new IOException("the jar has no " + type);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int value = in.read(); value >= 0; value = in.read()) {
        bytes.write(value);
      }
      return bytes.toByteArray();
    }
  }
}
