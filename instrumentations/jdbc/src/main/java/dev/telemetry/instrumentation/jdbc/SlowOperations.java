package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells of operations that kept the database or the driver busy for too long. Thread-safe. */
final class SlowOperations {
  /** The setting: nanoseconds as digits; off without it. */
  static final String SETTING = "slow";

  /** The event. */
  static final String EVENT = "db.client.operation.slow";

  /** The statement without literals; not there where it can't be told from them. */
  static final String TEXT = "db.query.text";

  private static final String[] KEYS = {
    JdbcEvents.SYSTEM, JdbcEvents.NAME, JdbcEvents.COLLECTION, JdbcEvents.ERROR
  };
  private static final String[] MEASUREMENTS = {
    JdbcEvents.QUERY, JdbcEvents.DECODE, JdbcEvents.TOTAL, JdbcEvents.ROWS
  };
  private static final String FUNCTION = "code.function.name";
  private static final String FILE = "code.file.path";
  private static final String LINE = "code.line.number";

  private final Event event;
  private volatile long least = Long.MAX_VALUE;

  SlowOperations(Bus bus) {
    event = bus.event(EVENT);
  }

  void configure(InstrumentationSettings settings) {
    String nanos = settings.text(SETTING);
    least = nanos == null ? Long.MAX_VALUE : Long.parseLong(nanos);
  }

  /** Tells whether texts have to be remembered. */
  boolean wanted() {
    return least != Long.MAX_VALUE;
  }

  /** An operation has ended; called on the thread that ended it. */
  void ended(Operation operation) {
    if (operation.busyNanos() >= least && event.enabled()) {
      event.execute(Measurements.of(numbers(operation)), about(operation));
    }
  }

  private static Map<String, Number> numbers(Operation operation) {
    Map<String, Number> numbers = new LinkedHashMap<>();
    for (String name : MEASUREMENTS) {
      double number = operation.measurement(name);
      if (!Double.isNaN(number)) {
        numbers.put(name, (long) number);
      }
    }
    return numbers;
  }

  private static Metadata about(Operation operation) {
    Map<String, Object> about = new LinkedHashMap<>();
    for (String key : KEYS) {
      put(about, key, operation.get(key));
    }
    put(about, TEXT, operation.textWithoutLiterals());
    StackTraceElement line = Callers.ofThisThread();
    if (line != null) {
      put(about, FUNCTION, line.getClassName() + "." + line.getMethodName());
      put(about, FILE, line.getFileName());
      put(about, LINE, line.getLineNumber() < 0 ? null : line.getLineNumber());
    }
    return Metadata.of(about);
  }

  private static void put(Map<String, Object> about, String key, @Nullable Object value) {
    if (value != null) {
      about.put(key, value);
    }
  }

  static EventDefinition definition() {
    return EventDefinition.event(
            EVENT,
            "An operation took at least as long as `instrumentations.jdbc.slow`, without its wait"
                + " for a connection.",
            SlowOperations.class)
        .withMeasurement(JdbcEvents.QUERY, "How long it was executed.")
        .withMeasurement(JdbcEvents.DECODE, "How long threads were inside the result set.")
        .withMeasurement(JdbcEvents.TOTAL, "Queue, query and decode together.")
        .withMeasurement(JdbcEvents.ROWS, "How many rows were read or changed.")
        .withKey(JdbcEvents.SYSTEM, "What the database is, such as `postgresql`.")
        .withKey(JdbcEvents.NAME, "What is done, in upper case.")
        .withKey(JdbcEvents.COLLECTION, "The table, as written, without quotes.")
        .withKey(JdbcEvents.ERROR, "The class of the exception that was thrown.")
        .withKey(TEXT, "The statement with `?` for each literal; of queries and changes only.")
        .withKey(FUNCTION, "The application's method that called.")
        .withKey(FILE, "The file of that method.")
        .withKey(LINE, "The line that called.");
  }
}
