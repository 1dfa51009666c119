package dev.telemetry.agent.self;

/** Every name that the agent's events about itself bear. Times are nanoseconds. */
final class SelfEvents {
  /** One for each event name that was emitted: {@link #COUNT}. */
  static final String EVENT = "telemetry.event";

  /** One for each handler that is attached: {@link #CALLS} and {@link #TIME}. */
  static final String HANDLER = "telemetry.handler";

  /** One for each metric that has or had series: {@link #SERIES}. */
  static final String METRIC = "telemetry.metric";

  /** One for each reporter. */
  static final String REPORTER = "telemetry.reporter";

  /** One for each instrumentation: {@link #CLASSES}. */
  static final String INSTRUMENTATION = "telemetry.instrumentation";

  /** What weaving has cost, and what it could not do. */
  static final String WEAVE = "telemetry.weave";

  /** What the agent's threads have used, and what went wrong on the emitting ones. */
  static final String AGENT = "telemetry.agent";

  static final String COUNT = "count";
  static final String CALLS = "calls";
  static final String TIME = "time";
  static final String SERIES = "series";
  static final String SENT = "sent";
  static final String EXPORTS = "exports";
  static final String FAILURES = "failures";
  static final String CLASSES = "classes";
  static final String SEEN = "seen";
  static final String LATE = "late";
  static final String SKIPPED = "skipped";
  static final String CPU_TIME = "cpu.time";
  static final String ALLOCATED = "allocated";
  static final String THREADS = "threads";

  private SelfEvents() {}
}
