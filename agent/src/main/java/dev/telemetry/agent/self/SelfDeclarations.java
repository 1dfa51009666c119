package dev.telemetry.agent.self;

import static java.util.Arrays.asList;
import static java.util.Collections.unmodifiableList;

import dev.telemetry.TelemetryEvents;
import dev.telemetry.instrumentation.EventDefinition;
import java.util.List;

/** What each event of the agent about itself has. */
final class SelfDeclarations {
  private static final String EACH =
      "Where `instrumentations.agent` is on, at each look, for each ";
  private static final String LOOK = "Where `instrumentations.agent` is on, at each look.";
  private static final String STEP = ", since the event before.";

  private SelfDeclarations() {}

  static List<EventDefinition> all() {
    return unmodifiableList(
        asList(event(), handler(), metric(), reporter(), instrumentation(), weave(), agent()));
  }

  private static EventDefinition event() {
    return EventDefinition.event(
            SelfEvents.EVENT, EACH + "event that was heard.", BusMeasurements.class)
        .withMeasurement(SelfEvents.COUNT, "How often it was emitted" + STEP)
        .withKey(TelemetryEvents.EVENT_NAME, "Its name.");
  }

  private static EventDefinition handler() {
    return EventDefinition.event(
            SelfEvents.HANDLER, EACH + "handler that is attached.", BusMeasurements.class)
        .withMeasurement(SelfEvents.CALLS, "How often it was called" + STEP)
        .withMeasurement(SelfEvents.TIME, "Nanoseconds that it has taken" + STEP)
        .withKey(TelemetryEvents.HANDLER_ID, "Its id.");
  }

  private static EventDefinition metric() {
    return EventDefinition.event(
            SelfEvents.METRIC, EACH + "metric that has or had series.", MetricMeasurement.class)
        .withMeasurement(SelfEvents.SERIES, "How many it has now, without `_other`.")
        .withKey(SelfEvents.METRIC, "Its name.");
  }

  private static EventDefinition reporter() {
    return EventDefinition.event(SelfEvents.REPORTER, EACH + "reporter.", ReporterMeasurement.class)
        .withMeasurement(SelfEvents.SENT, "What it has sent, in its own unit" + STEP)
        .withMeasurement(SelfEvents.EXPORTS, "How often it has tried to send" + STEP)
        .withMeasurement(
            SelfEvents.FAILURES,
            "Exports that threw, lost something or have to be tried again" + STEP)
        .withMeasurement(SelfEvents.TIME, "Nanoseconds that exports have taken" + STEP)
        .withKey(SelfEvents.REPORTER, "Its name.");
  }

  private static EventDefinition instrumentation() {
    return EventDefinition.event(
            SelfEvents.INSTRUMENTATION, EACH + "instrumentation.", WeaveMeasurements.class)
        .withMeasurement(SelfEvents.CLASSES, "Classes that are woven now.")
        .withKey(SelfEvents.INSTRUMENTATION, "Its name.");
  }

  private static EventDefinition weave() {
    return EventDefinition.event(SelfEvents.WEAVE, LOOK, WeaveMeasurements.class)
        .withMeasurement(SelfEvents.SEEN, "Classes that were looked at" + STEP)
        .withMeasurement(SelfEvents.TIME, "Nanoseconds of looking and weaving" + STEP)
        .withMeasurement(SelfEvents.LATE, "Classes woven after they were loaded" + STEP)
        .withMeasurement(SelfEvents.FAILURES, "Failures of weaving and of woven code" + STEP)
        .withMeasurement(
            SelfEvents.SKIPPED, "What was not woven although it was meant; 100 at most.");
  }

  private static EventDefinition agent() {
    return EventDefinition.event(SelfEvents.AGENT, LOOK, ThreadMeasurement.class)
        .withMeasurement(SelfEvents.CPU_TIME, "CPU nanoseconds of the agent's threads" + STEP)
        .withMeasurement(
            SelfEvents.ALLOCATED,
            "Bytes that the agent's threads have allocated, where the VM tells" + STEP)
        .withMeasurement(SelfEvents.THREADS, "Threads of the agent.")
        .withMeasurement(
            SelfEvents.FAILURES,
            "Failures of the agent's own code where events are emitted" + STEP);
  }
}
