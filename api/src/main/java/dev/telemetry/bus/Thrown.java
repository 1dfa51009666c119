package dev.telemetry.bus;

import dev.telemetry.Metadata;
import dev.telemetry.TelemetryEvents;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event tells of something thrown. */
public final class Thrown {

  private Thrown() {}

  /** Returns its kind, class, message, stack and itself, by the keys of {@link TelemetryEvents}. */
  public static Metadata metadata(Throwable reason) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put(TelemetryEvents.KIND, reason instanceof Error ? "error" : "exception");
    told.put(TelemetryEvents.REASON, reason);
    told.put(
        TelemetryEvents.STACKTRACE,
        Collections.unmodifiableList(Arrays.asList(reason.getStackTrace())));
    told.put(TelemetryEvents.ERROR_TYPE, reason.getClass().getName());
    told.put(TelemetryEvents.ERROR_MESSAGE, message(reason));
    return Metadata.of(told);
  }

  /** Returns its class and message, for a line. */
  public static String text(Throwable reason) {
    String message = message(reason);
    String type = reason.getClass().getName();
    return message == null ? type : type + ": " + message;
  }

  /** An exception's message may be code of the application, and throw. */
  private static @Nullable String message(Throwable reason) {
    try {
      return reason.getMessage();
    } catch (Throwable silent) {
      return null;
    }
  }
}
