package dev.telemetry.benchmarks.method;

import dev.telemetry.benchmarks.MeasuredBenchmark;
import dev.telemetry.benchmarks.MicrometerBenchmark;
import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.Bench;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.process.Peers;
import dev.telemetry.benchmarks.results.Run;
import dev.telemetry.benchmarks.results.Samples;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** A call that is measured: beside its limits, beside the peers, and as the surroundings grow. */
public final class MethodSuite {
  /** Its name, as options and files have it. */
  public static final String NAME = "methods";

  /** A call by us, the limits and the peers. */
  public static final String CALL = "a measured call";

  /** An event on the bus, bare. */
  public static final String EVENT = "an event";

  /** What is told of a call that is not measured. */
  public static final String NOT_MEASURED = "not measured";

  /** The clock alone. */
  public static final String CLOCK = "two nanoTime";

  /** The base of the bar. */
  public static final String BASE = "two nanoTime and two LongAdders";

  /** The same once more: how far two runs of the same thing are apart. */
  public static final String BASE_AGAIN = BASE + " again";

  /** What an event takes at the least. */
  public static final String VOLATILE_READ = "one volatile read";

  /** An event that nobody handles, where the agent runs. */
  public static final String UNHEARD = "0 handlers (looked up once) under the agent";

  private static final String BY_HAND = "Micrometer timer by hand";
  private static final String MEASURED = "MeasuredBenchmark.";
  private static final String SECTIONS =
      """
      metrics:
        - distribution: benchmark.measured.duration
          unit: second
          buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1, 5]
        - distribution: benchmark.woven.duration
        - distribution: benchmark.series.duration
          tags: [key]
          limit: 100000
      """;

  private final Bench bench;
  private final JmhRun jmh;
  private final Samples samples;
  private int round;

  /** A suite of that run, which adds its numbers to these. */
  public MethodSuite(Bench bench, Samples samples) {
    this.samples = samples;
    this.bench = bench;
    this.jmh = new JmhRun(bench.scratch().resolve("jmh.txt"), bench.setting().iteration());
  }

  /** Runs it. */
  public void run() throws IOException, RunnerException {
    int rounds = bench.setting().rounds();
    for (round = 1; round <= rounds; round++) {
      bench.say("methods: round " + round + " of " + rounds);
      call();
      if (round <= bench.setting().points()) {
        bench.say("methods: points of round " + round);
        events();
        new GrowthRounds(this, bench.ours().reporters()).run();
      }
    }
  }

  /** Who else was measured at a call. */
  public static List<String> others(Samples samples) {
    return samples.variants(CALL, MethodMeasures.TIME).stream()
        .filter(name -> Peers.NAMES.contains(name) || name.startsWith(BY_HAND))
        .toList();
  }

  private void call() throws IOException, RunnerException {
    Agent ours = ours();
    run(Call.of(MEASURED + "limit_notMeasured", ours), CALL, NOT_MEASURED);
    run(Call.of(MEASURED + "limit_twoNanoTime", ours), CALL, CLOCK);
    run(Call.of(MEASURED + "limit_twoNanoTimeAndTwoAdders", ours), CALL, BASE);
    run(Call.of(MEASURED + "measured", ours), CALL, OurAgent.NAME);
    run(Call.of(MEASURED + "limit_twoNanoTimeAndTwoAdders", ours), CALL, BASE_AGAIN);
    for (Agent peer : bench.peers().measuring(MeasuredBenchmark.class.getName(), "annotated")) {
      run(Call.of(MEASURED + "measured", peer), CALL, peer.name());
    }
    String port = "-D" + MicrometerBenchmark.PORT + "=" + bench.sink().statsdPort();
    Call timer = Call.of("MicrometerBenchmark.timer", Agent.NONE.with(port));
    for (String registry : List.of("prometheus", "statsd")) {
      run(timer.with("registry", registry), CALL, BY_HAND + " (" + registry + ")");
    }
  }

  private void events() throws IOException, RunnerException {
    Call limit = Call.of("BusBenchmark.limit_oneVolatileRead", Agent.NONE);
    run(limit.with("handlers", 0), EVENT, VOLATILE_READ);
    events(Agent.NONE, "");
    events(ours(), " under the agent");
  }

  private void events(Agent agent, String where) throws RunnerException {
    Call lookedUp = Call.of("BusBenchmark.execute_lookedUp", agent);
    run(lookedUp.with("handlers", 0), EVENT, "0 handlers (looked up once)" + where);
    Call event = Call.of("BusBenchmark.execute", agent);
    for (int handlers : new int[] {0, 1, 5}) {
      run(event.with("handlers", handlers), EVENT, handlers + " handlers" + where);
    }
  }

  /** Our agent with these reporters and the metrics of all benchmarks. */
  Agent ours(List<String> reporters) throws IOException {
    return bench.ours().configured(reporters, SECTIONS);
  }

  /** Our agent with the reporters that ship. */
  Agent ours() throws IOException {
    return ours(bench.ours().shipped());
  }

  /** Runs a benchmark. */
  void run(Call call, String subject, String variant) throws RunnerException {
    RunResult result = jmh.of(call);
    Run run = new Run(subject, variant, round);
    samples.add(run, MethodMeasures.TIME, result.getPrimaryResult().getScore());
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    if (allocated != null) {
      samples.add(run, MethodMeasures.ALLOCATED, allocated.getScore());
    }
  }
}
