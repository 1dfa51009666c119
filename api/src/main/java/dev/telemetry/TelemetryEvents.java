package dev.telemetry;

/** The names that this API gives: its own event, and what it adds to the events of spans. */
public final class TelemetryEvents {

  /** A handler has thrown: the event that tells it. */
  public static final String HANDLER_FAILURE = "telemetry.handler.failure";

  /** A periodic measurement has failed or hangs, see {@link dev.telemetry.poll.Poller}. */
  public static final String POLLER_FAILURE = "telemetry.poller.failure";

  /** The last segment, with its dot, of a span's first event. */
  public static final String START = ".start";

  /** The last segment, with its dot, of the event of a span that returned. */
  public static final String STOP = ".stop";

  /** The last segment, with its dot, of the event of a span that threw. */
  public static final String EXCEPTION = ".exception";

  /** Measurement: nanoseconds from a span's start to its end. */
  public static final String DURATION = "duration";

  /** Measurement: {@link System#nanoTime()} at the event; comparable within one JVM only. */
  public static final String MONOTONIC_TIME = "monotonic_time";

  /** Measurement: nanoseconds since 1970, as exact as {@link System#currentTimeMillis()}. */
  public static final String SYSTEM_TIME = "system_time";

  /** Metadata of a span's events: what pairs its end with its start. */
  public static final String SPAN_CONTEXT = "telemetry.span.context";

  /** Metadata of a failure: the event that the handler was given. */
  public static final String EVENT_NAME = "event.name";

  /** Metadata of a failure: the handler's id. */
  public static final String HANDLER_ID = "handler.id";

  /** Metadata of a poller's failure: which measurement it was. */
  public static final String POLLER_ID = "poller.id";

  /** Measurement of a poller's failure: how often in a row. */
  public static final String FAILURES = "failures";

  /** Metadata: {@code error} where an {@link Error} was thrown, else {@code exception}. */
  public static final String KIND = "kind";

  /** Metadata: the {@link Throwable} itself. */
  public static final String REASON = "reason";

  /** Metadata: an unmodifiable list of {@link StackTraceElement}, innermost first. */
  public static final String STACKTRACE = "stacktrace";

  /** Metadata: the class name of what was thrown. */
  public static final String ERROR_TYPE = "error.type";

  /** Metadata: the message of what was thrown; absent where it has none. */
  public static final String ERROR_MESSAGE = "error.message";

  private TelemetryEvents() {}
}
