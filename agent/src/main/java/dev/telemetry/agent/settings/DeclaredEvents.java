package dev.telemetry.agent.settings;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.agent.poller.VmSettings;
import dev.telemetry.agent.self.SelfSettings;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationModule;
import java.util.ArrayList;
import java.util.List;

/** All events that the agent and its instrumentations declare. */
public final class DeclaredEvents {
  private DeclaredEvents() {}

  /**
   * Returns those of the instrumentations, of the VM, of the bus and of the agent about itself, in
   * this order.
   *
   * @param modules the instrumentations that there are, see {@link Modules}
   */
  public static List<EventDefinition> of(List<InstrumentationModule> modules) {
    List<EventDefinition> all = new ArrayList<>();
    modules.forEach(module -> all.addAll(module.events()));
    all.addAll(VmSettings.events());
    all.add(handlerFailure());
    all.addAll(SelfSettings.events());
    return all;
  }

  /** Tells whether an event is among them, by the name it is declared under and no user's. */
  static boolean have(String event, List<InstrumentationModule> modules) {
    return of(modules).stream()
        .anyMatch(declared -> !declared.isNamedByUser() && declared.declares(event));
  }

  /** Here because the API declares nothing: it does not know the agent's words. */
  private static EventDefinition handlerFailure() {
    return EventDefinition.event(
            TelemetryEvents.HANDLER_FAILURE,
            "A handler has thrown; by default it is detached by then.",
            Bus.class)
        .withMeasurement(
            TelemetryEvents.MONOTONIC_TIME, "Nanoseconds, comparable within one JVM only.")
        .withMeasurement(TelemetryEvents.SYSTEM_TIME, "Nanoseconds since 1970.")
        .withKey(TelemetryEvents.EVENT_NAME, "The event that the handler was given.")
        .withKey(TelemetryEvents.HANDLER_ID, "The handler's id.")
        .withKey(TelemetryEvents.KIND, "`error` where an `Error` was thrown, else `exception`.")
        .withKey(TelemetryEvents.REASON, "The `Throwable` itself.")
        .withKey(TelemetryEvents.STACKTRACE, "A list of `StackTraceElement`, innermost first.")
        .withKey(TelemetryEvents.ERROR_TYPE, "The class of what was thrown.")
        .withKey(TelemetryEvents.ERROR_MESSAGE, "Its message; absent where it has none.");
  }
}
