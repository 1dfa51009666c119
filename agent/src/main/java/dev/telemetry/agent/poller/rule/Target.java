package dev.telemetry.agent.poller.rule;

import dev.telemetry.poll.PeriodicMeasurement;
import java.util.List;

/** What a rule looks at: MBeans, or static members. Immutable; its text tells it apart. */
interface Target {

  /** Returns the keys that tell apart what it finds, hence the tags of the metrics. */
  List<String> tags();

  /** Makes what looks at it; each call has its own memory of what counted before. */
  PeriodicMeasurement measurement(Asked asked, Surroundings surroundings);
}
