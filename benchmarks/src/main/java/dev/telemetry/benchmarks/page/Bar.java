package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.method.MethodMeasures;
import dev.telemetry.benchmarks.method.MethodSuite;
import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.results.Ratio;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.results.Samples.Pair;
import dev.telemetry.benchmarks.results.Verdict;
import dev.telemetry.benchmarks.start.StartMeasures;

/** The limits that the agent has set itself, and where it stands. */
final class Bar {
  private static final double START_CPU = 1.12;
  private static final double CLASSES = 1_500;
  private static final double THREADS = 4;
  private static final double JAR_MB = 9;
  private static final double CALL = 1.3;

  /** JMH's own work between two calls, spread over all of them. */
  private static final double NO_BYTES = 0.05;

  private final Results results;
  private final Table table = new Table("what", "limit", "measured", "two runs of the same", "");

  Bar(Results results) {
    this.results = results;
  }

  String markdown() {
    Samples start = results.start();
    for (String application : start.subjects()) {
      startCpu(application);
      added(application, StartMeasures.CLASSES, OurAgent.NAME, CLASSES);
      added(application, StartMeasures.THREADS, OurAgent.UNCONFIGURED, THREADS);
    }
    start.subjects().stream().findFirst().ifPresent(this::jar);
    call();
    return table.toString();
  }

  private void startCpu(String application) {
    Samples start = results.start();
    Pair ours = new Pair(OurAgent.NAME, Agent.NONE.name());
    Pair same = new Pair(Agent.AGAIN.name(), Agent.NONE.name());
    Ratio ratio = start.ratio(application, StartMeasures.CPU, ours);
    table.row(
        "CPU until the first 200, " + application + ", of none",
        Double.toString(START_CPU),
        ratio.toString(),
        start.ratio(application, StartMeasures.CPU, same).toString(),
        ratio.atMost(START_CPU).toString());
  }

  private void added(String application, String measure, String variant, double limit) {
    Samples start = results.start();
    double none = start.median(application, Agent.NONE.name(), measure);
    double again = start.median(application, Agent.AGAIN.name(), measure) - none;
    double added = start.median(application, variant, measure) - none;
    String what = measure.equals(StartMeasures.CLASSES) ? "classes added" : "threads added, idle";
    table.row(
        what + ", " + application + ", " + variant,
        Numbers.plain(limit),
        Numbers.plain(added),
        Numbers.plain(again),
        counted(added, limit).toString());
  }

  private void jar(String application) {
    double size = results.start().median(application, OurAgent.NAME, StartMeasures.JAR);
    table.row(
        "size of the jar, MB",
        Numbers.plain(JAR_MB),
        Numbers.plain(size),
        "",
        counted(size, JAR_MB).toString());
  }

  private void call() {
    Samples methods = results.methods();
    Pair ours = new Pair(OurAgent.NAME, MethodSuite.BASE);
    Pair same = new Pair(MethodSuite.BASE_AGAIN, MethodSuite.BASE);
    Ratio ratio = methods.ratio(MethodSuite.CALL, MethodMeasures.TIME, ours);
    table.row(
        "a measured call, of " + MethodSuite.BASE,
        Double.toString(CALL),
        ratio.toString(),
        methods.ratio(MethodSuite.CALL, MethodMeasures.TIME, same).toString(),
        ratio.atMost(CALL).toString());
    double bytes = methods.median(MethodSuite.CALL, OurAgent.NAME, MethodMeasures.ALLOCATED);
    table.row(
        "a measured call, bytes",
        "0",
        Numbers.plain(bytes),
        "",
        counted(bytes, NO_BYTES).toString());
  }

  private static Verdict counted(double number, double limit) {
    if (Double.isNaN(number)) {
      return Verdict.NOT_MEASURED;
    }
    return number <= limit ? Verdict.HOLDS : Verdict.MISSED;
  }
}
