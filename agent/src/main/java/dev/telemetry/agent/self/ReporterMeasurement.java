package dev.telemetry.agent.self;

import dev.telemetry.agent.poller.Growth;
import dev.telemetry.agent.poller.Reading;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import dev.telemetry.poll.PeriodicMeasurement;
import java.util.List;
import java.util.function.Supplier;

/** What each reporter has sent, and how its exports went. What it lost is a metric of its own. */
final class ReporterMeasurement implements PeriodicMeasurement {
  private final Event event;
  private final Supplier<List<Reporter>> reporters;
  private final Growth growth = new Growth();

  ReporterMeasurement(Bus bus, Supplier<List<Reporter>> reporters) {
    event = bus.event(SelfEvents.REPORTER);
    this.reporters = reporters;
  }

  @Override
  public void measure() {
    growth.begin();
    for (Reporter reporter : reporters.get()) {
      tell(reporter.name(), reporter.deliveries());
    }
    growth.end();
  }

  private void tell(String name, Deliveries deliveries) {
    new Reading()
        .about(SelfEvents.REPORTER, name)
        .number(SelfEvents.SENT, step(name, SelfEvents.SENT, deliveries.sent()))
        .number(SelfEvents.EXPORTS, step(name, SelfEvents.EXPORTS, deliveries.exports()))
        .number(SelfEvents.FAILURES, step(name, SelfEvents.FAILURES, deliveries.exportFailures()))
        .number(SelfEvents.TIME, step(name, SelfEvents.TIME, deliveries.exportNanos()))
        .emit(event);
  }

  private long step(String reporter, String what, long now) {
    return growth.step(what + " " + reporter, now).longValue();
  }
}
