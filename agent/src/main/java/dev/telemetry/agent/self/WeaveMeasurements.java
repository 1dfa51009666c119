package dev.telemetry.agent.self;

import dev.telemetry.agent.poller.Growth;
import dev.telemetry.agent.poller.Reading;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.weaving.WeavingReport;

/** What weaving has done and cost. Each of both is called by one thread at a time. */
final class WeaveMeasurements {
  private final Event instrumentation;
  private final Event weave;
  private final WeavingReport report;
  private final Growth growth = new Growth();

  WeaveMeasurements(Bus bus, WeavingReport report) {
    instrumentation = bus.event(SelfEvents.INSTRUMENTATION);
    weave = bus.event(SelfEvents.WEAVE);
    this.report = report;
  }

  void instrumentations() {
    report
        .wovenByModule()
        .forEach(
            (module, classes) ->
                new Reading()
                    .about(SelfEvents.INSTRUMENTATION, module)
                    .number(SelfEvents.CLASSES, classes)
                    .emit(instrumentation));
  }

  void weaving() {
    growth.begin();
    new Reading()
        .number(SelfEvents.SEEN, step(SelfEvents.SEEN, report.classesSeen()))
        .number(SelfEvents.TIME, step(SelfEvents.TIME, report.nanosSpent()))
        .number(SelfEvents.LATE, step(SelfEvents.LATE, report.late()))
        .number(SelfEvents.FAILURES, step(SelfEvents.FAILURES, report.failures()))
        .number(SelfEvents.SKIPPED, report.skipped().size())
        .emit(weave);
    growth.end();
  }

  private long step(String what, long now) {
    return growth.step(what, now).longValue();
  }
}
