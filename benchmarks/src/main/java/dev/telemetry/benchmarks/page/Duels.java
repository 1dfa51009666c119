package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.method.MethodMeasures;
import dev.telemetry.benchmarks.method.MethodSuite;
import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.process.Peers;
import dev.telemetry.benchmarks.request.RequestMeasures;
import dev.telemetry.benchmarks.request.RequestSuite;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.results.Samples.Pair;
import dev.telemetry.benchmarks.start.StartMeasures;
import dev.telemetry.benchmarks.timings.TimingMeasures;
import dev.telemetry.benchmarks.timings.TimingSuite;
import java.util.List;
import java.util.stream.Stream;

/** Everything that we claim to do for less than others. */
final class Duels {
  private static final Pair SAME_PROCESS = new Pair(Agent.AGAIN.name(), Agent.NONE.name());

  private final Results results;
  private final Table table = Duel.table();

  Duels(Results results) {
    this.results = results;
  }

  String markdown() {
    start();
    requests();
    calls();
    timings();
    return table.toString();
  }

  private void start() {
    Duel duel = new Duel(results.start(), OurAgent.NAME, SAME_PROCESS, Peers.NAMES);
    List<String> measures =
        List.of(
            StartMeasures.CPU,
            StartMeasures.WALL,
            StartMeasures.CLASSES,
            StartMeasures.THREADS,
            StartMeasures.MEMORY);
    for (String application : results.start().subjects()) {
      measures.forEach(measure -> duel.rows(table, application, measure));
    }
    results.start().subjects().stream()
        .limit(1)
        .forEach(application -> duel.rows(table, application, StartMeasures.JAR));
  }

  private void requests() {
    Duel duel = new Duel(results.requests(), OurAgent.NAME, SAME_PROCESS, Peers.NAMES);
    Stream.of(RequestMeasures.CPU, RequestMeasures.ALLOCATED, RequestMeasures.P99)
        .forEach(measure -> duel.rows(table, RequestSuite.SUBJECT, measure));
  }

  private void calls() {
    Samples methods = results.methods();
    Pair same = new Pair(MethodSuite.BASE_AGAIN, MethodSuite.BASE);
    Duel duel = new Duel(methods, OurAgent.NAME, same, MethodSuite.others(methods));
    duel.rows(table, MethodSuite.CALL, MethodMeasures.TIME);
  }

  private void timings() {
    Pair same = new Pair(TimingSuite.LOOP_AGAIN, TimingSuite.LOOP);
    Duel duel = new Duel(results.timings(), TimingSuite.STATSD, same, TimingSuite.OTHERS);
    for (String subject : results.timings().subjects()) {
      duel.rows(table, subject, TimingMeasures.CPU);
      duel.rows(table, subject, TimingMeasures.ABOVE);
    }
  }
}
