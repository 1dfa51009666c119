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
  }

  private void run(int series, int rounds) throws IOException {
    List<Client> clients = clients();
    for (int round = 1; round <= rounds; round++) {
      for (Client client : Rotation.of(clients, round)) {
        measure(client, series, new Run(subject(series), client.agent().name(), round));
      }
    }
    subtractLoop(subject(series));
  }

  private List<Client> clients() throws IOException {
    List<Client> clients = new ArrayList<>();
    clients.add(new Client("measured", OurAgent.named(LOOP, Agent.NONE), false));
    clients.add(new Client("measured", OurAgent.named(LOOP + " again", Agent.NONE), false));
    clients.add(ours(NO_REPORTER, List.of()));
    for (String reporter : bench.ours().reporters()) {
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

  private void measure(Client client, int series, Run run) throws IOException {
    bench.sink().count(Timings.METRIC);
    Path folder = bench.setting().scratch("timings");
    String output;
    try (MeasuredProcess process =
        MeasuredProcess.start(launch(client, series), client.agent(), folder)) {
      output = process.awaitEnd();
    }
    Pause.of(Duration.ofMillis(500));
    double arrived = bench.sink().count("");
    String[] result = output.substring(output.indexOf(Timings.RESULT)).split("\\s+");
    double count = Double.parseDouble(result[1]);
    double cpu = Double.parseDouble(result[2]) / 1e3 / count;
    samples.add(run, TimingMeasures.CPU, cpu);
    if (client.arrives()) {
      // what was sent for warming up counts too
      samples.add(run, TimingMeasures.LOST, 100 * (1 - arrived / (2 * count)));
    }
    bench.say("timings: %s, %.2f us CPU each".formatted(run, cpu));
  }

  private Launch launch(Client client, int series) {
    String path = ClassPath.all();
    List<String> program =
        List.of(
            PacedProgram.class.getName(),
            client.target(),
            Integer.toString(bench.sink().statsdPort()),
            Integer.toString(RATE),
            Integer.toString(series),
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
