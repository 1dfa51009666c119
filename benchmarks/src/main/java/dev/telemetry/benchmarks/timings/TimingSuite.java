package dev.telemetry.benchmarks.timings;

import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.Bench;
import dev.telemetry.benchmarks.process.ClassPath;
import dev.telemetry.benchmarks.process.Jdk;
import dev.telemetry.benchmarks.process.Launch;
import dev.telemetry.benchmarks.process.MeasuredProcess;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.process.Pause;
import dev.telemetry.benchmarks.process.Rotation;
import dev.telemetry.benchmarks.results.Run;
import dev.telemetry.benchmarks.results.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** 50,000 timings a second over StatsD, and over each reporter alone. */
public final class TimingSuite {
  /** Its name, as options and files have it. */
  public static final String NAME = "timings";

  /** The loop that records nothing. */
  public static final String LOOP = "empty loop";

  /** Micrometer's client. */
  public static final String MICROMETER = "micrometer-registry-statsd";

  /** Datadog's client. */
  public static final String DOGSTATSD = "java-dogstatsd-client";

  /** Ours over StatsD alone. */
  public static final String STATSD = "with statsd";

  /** Ours with nobody who reports. */
  public static final String NO_REPORTER = "with no reporter";

  /** Every reporter that ships at once. */
  public static final String ALL = "with all reporters";

  /** The loop that records nothing, once more. */
  public static final String LOOP_AGAIN = LOOP + " again";

  /** Clients of others. */
  public static final List<String> OTHERS = List.of(MICROMETER, DOGSTATSD);

  /** As many as two threads make, as tables call it. */
  public static final String FLOOD = "1000000/s from two threads";

  private static final int RATE = 50_000;
  private static final String SECTION =
      "metrics:\n  - distribution: " + Timings.METRIC + "\n    tags: [key]\n    unit: ms\n";

  private final Bench bench;
  private final Samples samples;

  /** A suite of that run, which adds its numbers to these. */
  public TimingSuite(Bench bench, Samples samples) {
    this.samples = samples;
    this.bench = bench;
  }

  /** How tables call the runs over so many series. */
  public static String subject(int series) {
    return series == 1 ? "50000/s in 1 series" : "50000/s in " + series + " series";
  }

  /** Runs it. */
  public void run() throws IOException {
    run(1, bench.setting().rounds());
    run(1_000, bench.setting().points());
    flood();
  }

  private void flood() throws IOException {
    List<Client> clients = clients().stream().filter(Client::arrives).toList();
    for (int round = 1; round <= bench.setting().points(); round++) {
      for (Client client : Rotation.of(clients, round)) {
        measure(client, new Pace(1_000_000, 1, 2), new Run(FLOOD, client.agent().name(), round));
      }
    }
  }

  private void run(int series, int rounds) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      boolean all = round <= bench.setting().points();
      for (Client client : Rotation.of(all ? clients() : compared(), round)) {
        measure(
            client,
            new Pace(RATE, series, 1),
            new Run(subject(series), client.agent().name(), round));
      }
    }
    subtractLoop(subject(series));
  }

  /** Those whose ratios are told; of the other ones numbers are. */
  private List<Client> compared() throws IOException {
    List<String> names = new ArrayList<>(List.of(LOOP, LOOP_AGAIN, STATSD));
    names.addAll(OTHERS);
    return clients().stream().filter(client -> names.contains(client.agent().name())).toList();
  }

  private List<Client> clients() throws IOException {
    List<Client> clients = new ArrayList<>();
    clients.add(new Client("measured", OurAgent.named(LOOP, Agent.NONE), false));
    clients.add(new Client("measured", OurAgent.named(LOOP_AGAIN, Agent.NONE), false));
    clients.add(ours(NO_REPORTER, List.of()));
    for (String reporter : bench.ours().alone()) {
      clients.add(ours("with " + reporter, List.of(reporter)));
    }
    clients.add(ours(ALL, bench.ours().shipped()));
    clients.add(new Client("micrometer", OurAgent.named(MICROMETER, Agent.NONE), true));
    clients.add(new Client("dogstatsd", OurAgent.named(DOGSTATSD, Agent.NONE), true));
    return clients;
  }

  private Client ours(String name, List<String> reporters) throws IOException {
    Agent agent = bench.ours().configured(reporters, SECTION);
    boolean arrives = reporters.contains("statsd");
    return new Client("measured", OurAgent.named(name, agent), arrives);
  }

  private void measure(Client client, Pace pace, Run run) throws IOException {
    bench.sink().count(Timings.METRIC);
    Path folder = bench.setting().scratch("timings");
    String output;
    try (MeasuredProcess process =
        MeasuredProcess.start(launch(client, pace), client.agent(), folder)) {
      output = process.awaitEnd();
    }
    Pause.of(Duration.ofMillis(500));
    double arrived = bench.sink().count("");
    String[] result = result(output).split("\\s+");
    double count = Double.parseDouble(result[1]);
    double cpu = Double.parseDouble(result[2]) / 1e3 / count;
    samples.add(run, TimingMeasures.CPU, cpu);
    if (client.arrives()) {
      // what was sent for warming up counts too
      double sent = (Timings.WARM_UPS + 1) * count;
      samples.add(run, TimingMeasures.LOST, 100 * (1 - arrived / sent));
    }
    bench.say("timings: %s, %.2f us CPU each".formatted(run, cpu));
  }

  /** The agent writes too, and also of what was measured. */
  private static String result(String output) throws IOException {
    return output
        .lines()
        .filter(line -> line.startsWith(Timings.RESULT))
        .findFirst()
        .orElseThrow(() -> new IOException("no result in:\n" + output));
  }

  private Launch launch(Client client, Pace pace) {
    String path = ClassPath.all();
    List<String> program =
        List.of(
            PacedProgram.class.getName(),
            client.target(),
            Integer.toString(bench.sink().statsdPort()),
            pace.toString(),
            Long.toString(bench.setting().window().toSeconds()));
    return new Launch(Jdk.own(), List.of("-Xmx512m", "-cp", path), program);
  }

  private void subtractLoop(String subject) {
    SortedMap<Integer, Double> loop = samples.rounds(subject, LOOP, TimingMeasures.CPU);
    for (String variant : samples.variants(subject, TimingMeasures.CPU)) {
      samples
          .rounds(subject, variant, TimingMeasures.CPU)
          .forEach(
              (round, cpu) ->
                  samples.add(
                      new Run(subject, variant, round),
                      TimingMeasures.ABOVE,
                      cpu - loop.get(round)));
    }
  }

  /**
   * Who records.
   *
   * @param target by what
   * @param agent under which agent; its name is the variant's
   * @param arrives whether StatsD values arrive that can be counted
   */
  private record Client(String target, Agent agent, boolean arrives) {}
}
