package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.poller.Emitted;
import dev.telemetry.poll.PeriodicMeasurement;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Rules as a user writes them, and what comes of them. */
final class RulesFixture {
  final Emitted emitted = new Emitted();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), System::nanoTime);
  private Class<?>[] loaded = {};
  private long nanos;

  /** Makes these all the classes that are loaded. */
  void loaded(Class<?>... classes) {
    loaded = classes;
  }

  /** Lets so much time pass. */
  void pass(Duration time) {
    nanos += time.toNanos();
  }

  PeriodicMeasurement measurement(String rule) {
    return rule(rule).measurement(emitted.bus, new Surroundings(() -> loaded, log, () -> nanos));
  }

  Polls polls() {
    return new Polls(emitted.bus, () -> loaded, log);
  }

  static PollRule rule(String rule) {
    return rules(rule).get(0);
  }

  static List<PollRule> rules(String... rules) {
    return PollSection.read(
            ConfigFixture.yaml("poll: [" + String.join(", ", rules) + "]").load().root())
        .rules();
  }

  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
