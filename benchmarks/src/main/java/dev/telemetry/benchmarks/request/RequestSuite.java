package dev.telemetry.benchmarks.request;

import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.Bench;
import dev.telemetry.benchmarks.process.ClassPath;
import dev.telemetry.benchmarks.process.Jdk;
import dev.telemetry.benchmarks.process.Launch;
import dev.telemetry.benchmarks.process.MeasuredProcess;
import dev.telemetry.benchmarks.process.Ports;
import dev.telemetry.benchmarks.process.Rotation;
import dev.telemetry.benchmarks.results.Run;
import dev.telemetry.benchmarks.results.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loads the application under each agent, round by round. */
public final class RequestSuite {
  /** Its name, as options and files have it. */
  public static final String NAME = "requests";

  /** What is loaded, as tables call it. */
  public static final String SUBJECT = "one servlet and one H2 query";

  private final Bench bench;
  private final Samples samples;

  /** A suite of that run, which adds its numbers to these. */
  public RequestSuite(Bench bench, Samples samples) {
    this.samples = samples;
    this.bench = bench;
  }

  /** Runs it. */
  public void run() throws IOException {
    List<Agent> agents = new ArrayList<>(List.of(Agent.NONE, Agent.AGAIN));
    agents.add(bench.ours().configured());
    agents.addAll(bench.peers().all());
    for (int round = 1; round <= bench.setting().rounds(); round++) {
      for (Agent agent : Rotation.of(agents, round)) {
        measure(agent, new Run(SUBJECT, agent.name(), round));
      }
    }
  }

  private void measure(Agent agent, Run run) throws IOException {
    int port = Ports.free();
    Path folder = bench.setting().scratch("request");
    try (MeasuredProcess process = MeasuredProcess.start(launch(port), agent, folder);
        Client control = control(process, port)) {
      Load load = new Load(port);
      load.run(bench.setting().window());
      long allocated = allocated(control);
      long cpu = process.usage().cpuNanos();
      Load.Result result = load.run(bench.setting().window());
      cpu = process.usage().cpuNanos() - cpu;
      allocated = allocated(control) - allocated;
      int requests = result.requests();
      samples.add(run, RequestMeasures.CPU, cpu / 1e3 / requests);
      samples.add(run, RequestMeasures.ALLOCATED, (double) allocated / requests);
      samples.add(run, RequestMeasures.THROUGHPUT, requests / result.seconds());
      samples.add(run, RequestMeasures.P50, result.millis(0.5));
      samples.add(run, RequestMeasures.P99, result.millis(0.99));
      bench.say("requests: %s, %.1f us CPU each".formatted(run, cpu / 1e3 / requests));
    }
  }

  private static Launch launch(int port) {
    String path = ClassPath.of(RequestApplication.class, "tomcat", "h2");
    List<String> program = List.of(RequestApplication.class.getName(), Integer.toString(port));
    return new Launch(Jdk.own(), List.of("-Xmx512m", "-cp", path), program);
  }

  private static Client control(MeasuredProcess process, int port) throws IOException {
    process.awaitOk(port, RequestApplication.ALLOCATED);
    return new Client(port);
  }

  private static long allocated(Client control) throws IOException {
    return Long.parseLong(control.get(RequestApplication.ALLOCATED));
  }
}
