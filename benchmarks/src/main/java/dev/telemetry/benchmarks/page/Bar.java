package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.method.MethodMeasures;
import dev.telemetry.benchmarks.method.MethodSuite;
import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.LimitAgents;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.process.Peers;
import dev.telemetry.benchmarks.request.RequestMeasures;
import dev.telemetry.benchmarks.request.RequestSuite;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.start.StartMeasures;
import dev.telemetry.benchmarks.start.StartSuite;
import dev.telemetry.benchmarks.timings.TimingMeasures;
import dev.telemetry.benchmarks.timings.TimingSuite;
import java.util.List;

/** The bar that the agent has set itself, and where it stands. */
final class Bar {
  private static final double START = 1.12;
  private static final double START_WITH_ARCHIVE = 1.2;
  private static final double CLASSES = 1_500;
  private static final double JAR_MB = 9;
  private static final double RESIDENT_MB = 25;

  /** Four of the agent's own, and one of the reporter that is on without a configuration. */
  private static final double THREADS = 5;

  private static final double REQUEST_CPU = 1.08;
  private static final double REQUEST_BYTES = 1.05;
  private static final double CALL = 1.3;
  private static final double EVENT_NANOS = 2;
  private static final double TIMING_MICROS = 0.3;
  private static final double LOST_PERCENT = 1;

  /** No object is that small: what others allocate meanwhile, spread over all calls. */
  private static final double NO_BYTES = 0.5;

  private static final String NOBODY = "";
  private static final Field STARTED =
      new Field(
          Agent.NONE.name(),
          Agent.AGAIN.name(),
          LimitAgents.NULL_TRANSFORMER,
          Peers.NAMES,
          OurAgent.NAME);
  private static final Field ASKED =
      new Field(
          Agent.NONE.name(), Agent.AGAIN.name(), Agent.NONE.name(), Peers.NAMES, OurAgent.NAME);

  private final Results results;
  private final Table table = Claim.table();

  Bar(Results results) {
    this.results = results;
  }

  String markdown() {
    starts();
    requests();
    calls();
    timings();
    results.start().subjects().stream().limit(1).forEach(this::jar);
    results.start().subjects().forEach(this::idle);
    return table.toString();
  }

  private void starts() {
    for (String application : results.start().subjects()) {
      double bar = application.equals(StartSuite.ARCHIVED) ? START_WITH_ARCHIVE : START;
      String what = application + ": CPU until the first 200, of none";
      started(application, StartMeasures.CPU, STARTED).ratio(table, what, bar);
    }
  }

  private void requests() {
    String what = RequestSuite.SUBJECT + ": ";
    asked(RequestMeasures.CPU).ratio(table, what + "CPU, of none", REQUEST_CPU);
    asked(RequestMeasures.ALLOCATED).ratio(table, what + "allocation, of none", REQUEST_BYTES);
  }

  private void calls() {
    Samples methods = results.methods();
    Field field =
        new Field(
            MethodSuite.BASE,
            MethodSuite.BASE_AGAIN,
            MethodSuite.CLOCK,
            MethodSuite.others(methods),
            OurAgent.NAME);
    new Claim(methods, MethodSuite.CALL, MethodMeasures.TIME, field)
        .ratio(table, MethodSuite.CALL + ": time, of " + MethodSuite.BASE, CALL);
    new Claim(methods, MethodSuite.CALL, MethodMeasures.ALLOCATED, field)
        .whole(table, MethodSuite.CALL + ": bytes", NO_BYTES);
    Field unheard =
        new Field(NOBODY, NOBODY, MethodSuite.VOLATILE_READ, List.of(), MethodSuite.UNHEARD);
    new Claim(methods, MethodSuite.EVENT, MethodMeasures.TIME, unheard)
        .whole(table, "an event nobody handles: ns", EVENT_NANOS);
    new Claim(methods, MethodSuite.EVENT, MethodMeasures.ALLOCATED, unheard)
        .whole(table, "an event nobody handles: bytes", NO_BYTES);
  }

  private void timings() {
    Field field =
        new Field(
            TimingSuite.LOOP,
            TimingSuite.LOOP_AGAIN,
            TimingSuite.LOOP,
            TimingSuite.OTHERS,
            TimingSuite.STATSD);
    Samples timings = results.timings();
    String paced = TimingSuite.subject(1);
    new Claim(timings, paced, TimingMeasures.ABOVE, field)
        .whole(table, "StatsD, " + paced + ": us of CPU each above the empty loop", TIMING_MICROS);
    new Claim(timings, TimingSuite.FLOOD, TimingMeasures.LOST, field)
        .whole(table, "StatsD, " + TimingSuite.FLOOD + ": % lost", LOST_PERCENT);
  }

  private void jar(String application) {
    started(application, StartMeasures.JAR, STARTED).whole(table, "the jar: MB", JAR_MB);
  }

  private void idle(String application) {
    Field unconfigured = STARTED.with(OurAgent.UNCONFIGURED);
    started(application, StartMeasures.CLASSES, STARTED)
        .added(table, application + ": classes added", CLASSES);
    started(application, StartMeasures.THREADS, unconfigured)
        .added(table, application + ": threads added, no configuration, idle", THREADS);
    started(application, StartMeasures.MEMORY, unconfigured)
        .added(table, application + ": MB of memory added, no configuration, idle", RESIDENT_MB);
  }

  private Claim started(String application, String measure, Field field) {
    return new Claim(results.start(), application, measure, field);
  }

  private Claim asked(String measure) {
    return new Claim(results.requests(), RequestSuite.SUBJECT, measure, ASKED);
  }
}
