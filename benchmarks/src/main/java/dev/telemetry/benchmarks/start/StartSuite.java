package dev.telemetry.benchmarks.start;

import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.Bench;
import dev.telemetry.benchmarks.process.Jdk;
import dev.telemetry.benchmarks.process.LimitAgents;
import dev.telemetry.benchmarks.process.MeasuredProcess;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.process.Pause;
import dev.telemetry.benchmarks.process.Ports;
import dev.telemetry.benchmarks.process.Rotation;
import dev.telemetry.benchmarks.process.Usage;
import dev.telemetry.benchmarks.results.Run;
import dev.telemetry.benchmarks.results.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts applications under each agent, round by round, until they answer. */
public final class StartSuite {
  /** Its name, as options and files have it. */
  public static final String NAME = "start";

  /** What is started with an archive of its classes, as tables call it. */
  public static final String ARCHIVED = "demo with an AppCDS archive";

  private static final int ARCHIVE_JAVA = 25;

  private final Bench bench;
  private final Samples samples;

  /** A suite of that run, which adds its numbers to these. */
  public StartSuite(Bench bench, Samples samples) {
    this.samples = samples;
    this.bench = bench;
  }

  /** Runs it. */
  public void run() throws IOException {
    List<Agent> agents = agents();
    for (Application application : applications()) {
      for (int round = 1; round <= bench.setting().rounds(); round++) {
        for (Agent agent : Rotation.of(agents, round)) {
          measure(application, agent, new Run(application.name(), agent.name(), round));
        }
      }
    }
  }

  private List<Application> applications() throws IOException {
    List<Application> applications = new ArrayList<>();
    Path jar = bench.setting().demo();
    applications.add(new DemoApplication("demo", Jdk.own(), jar, List.of()));
    applications.add(TomcatApplication.below(bench.setting().servers(), Jdk.own()));
    Optional<Jdk> archiving = Jdk.find(ARCHIVE_JAVA);
    if (archiving.isPresent()) {
      applications.add(ClassArchive.demo(bench, archiving.get()));
    } else {
      bench.say("no JDK " + ARCHIVE_JAVA + " here: no start with an archive is measured");
    }
    return applications;
  }

  private List<Agent> agents() throws IOException {
    OurAgent ours = bench.ours();
    List<Agent> agents = new ArrayList<>(List.of(Agent.NONE, Agent.AGAIN));
    agents.add(LimitAgents.empty(bench.scratch()));
    agents.add(LimitAgents.nullTransformer(bench.scratch()));
    agents.addAll(List.of(ours.unconfigured(), ours.configured()));
    agents.addAll(bench.peers().all());
    return agents;
  }

  private void measure(Application application, Agent agent, Run run) throws IOException {
    Path folder = bench.setting().scratch("start");
    int port = Ports.free();
    try (MeasuredProcess process =
        MeasuredProcess.start(application.launch(port, folder), agent, folder)) {
      Usage usage = process.awaitOk(port, application.path());
      samples.add(run, StartMeasures.CPU, usage.cpuNanos() / 1e9);
      samples.add(run, StartMeasures.WALL, usage.wallNanos() / 1e9);
      Map<String, Double> counters = process.counters();
      double shared = counters.getOrDefault("java.cls.sharedLoadedClasses", 0.0);
      samples.add(run, StartMeasures.CLASSES, loaded(counters));
      samples.add(run, StartMeasures.SHARED, shared);
      if (run.round() <= bench.setting().points()) {
        idle(process, run);
      }
      addJar(agent, run);
    }
    double cpu = samples.rounds(run.subject(), run.variant(), StartMeasures.CPU).get(run.round());
    bench.say("start: %s, %.2f s CPU".formatted(run, cpu));
  }

  private void idle(MeasuredProcess process, Run run) throws IOException {
    Pause.of(bench.setting().idle());
    double resident = process.residentBytes() / 1e6;
    Map<String, Double> counters = process.counters();
    samples.add(run, StartMeasures.THREADS, counters.getOrDefault("java.threads.live", 0.0));
    samples.add(run, StartMeasures.MEMORY, resident);
    samples.add(run, StartMeasures.CLASSES_IDLE, loaded(counters));
  }

  private void addJar(Agent agent, Run run) throws IOException {
    Path jar = agent.jar();
    if (run.round() == 1 && jar != null) {
      samples.add(run, StartMeasures.JAR, Files.size(jar) / 1e6);
    }
  }

  private static double loaded(Map<String, Double> counters) {
    return counters.getOrDefault("java.cls.loadedClasses", 0.0)
        + counters.getOrDefault("java.cls.sharedLoadedClasses", 0.0);
  }
}
