package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What the agent may add to an application, in numbers that do not depend on how fast a machine is.
 * What it costs in time is measured by {@code benchmarks}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class BudgetIT {
  private static final int JAVA = 17;
  private static final long JAR_BYTES = 9_000_000;

  /** 885 with the times of queries, pools and WebSockets; seen to differ by some 20. */
  private static final long CLASSES = 905;

  /** Four of the agent's own, and that of the reporter which is on without a configuration. */
  private static final int THREADS = 5;

  private static final String OPEN = "http://localhost:\\d+/";

  /** Threads of the demo's own pool, which come and go. */
  private static final String POOL = "demo:";

  /** Threads of the JVM's own, which come and go as there is something to compile. */
  private static final String COMPILERS = "C[12] CompilerThread\\d+";

  /**
   * Every allocation is one: what the better compiler removes, of the application's too, differs
   * from run to run by more than a measured statement takes.
   */
  private static final String NO_ESCAPE_ANALYSIS = "-XX:TieredStopAtLevel=1";

  private static final Pattern THREAD = Pattern.compile("(?m)^\"([^\"]+)\" #");

  @Test
  void jar_isSmall() throws IOException {
    assertThat(Files.size(Artifacts.agent())).isLessThanOrEqualTo(JAR_BYTES);
  }

  @Test
  void agentWithoutConfiguration_addsFewClassesAndThreads() {
    ForkedJvm bare = demo();
    ForkedJvm measured = demo().agent();
    try (RunningProcess without = bare.start();
        RunningProcess with = measured.start()) {
      without.awaitOutput(OPEN);
      with.awaitOutput(OPEN);
      with.awaitOutput("after 10 s"); // by then it has looked twice for classes to weave
      List<String> added = threads(with);
      threads(without).forEach(added::remove);
      added.removeIf(name -> name.startsWith(POOL) || name.matches(COMPILERS));

      assertThat(classes(measured) - classes(bare)).isBetween(1L, CLASSES);
      assertThat(added).isNotEmpty().hasSizeLessThanOrEqualTo(THREADS);
    }
  }

  @Test
  void measuredMethod_allocatesNothing() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Map<String, Long> with = allocated(budget().agent(measuring(statsd)));

      assertThat(with).containsEntry("method", 0L);
      assertThat(statsd.total("budget.plain.duration")).isPositive();
    }
  }

  /** The bounds are what it takes today: they may only fall. */
  @Test
  void whatIsMeasured_allocatesLittleBeyondItsOwn() {
    Map<String, Long> without = allocated(budget());
    try (StatsdSocket statsd = new StatsdSocket()) {
      Map<String, Long> with = allocated(budget().agent(measuring(statsd)));

      assertThat(with).as("measured method with a tag").containsEntry("tagged", 0L);
      assertThat(added("statement", with, without)).as("statement").isLessThanOrEqualTo(24);
      assertThat(added("prepare", with, without)).as("new statement").isLessThanOrEqualTo(64);
      assertThat(added("request", with, without)).as("request").isZero();
      assertThat(statsd.total("http.server.request.duration")).isPositive();
    }
  }

  private static long added(String call, Map<String, Long> with, Map<String, Long> without) {
    return Objects.requireNonNull(with.get(call)) - Objects.requireNonNull(without.get(call));
  }

  private static String measuring(StatsdSocket statsd) {
    return statsd.reporters()
        + "metrics:\n"
        + "  - distribution: budget.plain.duration\n"
        + "  - {distribution: budget.tagged.duration, tags: [kind]}\n";
  }

  private static ForkedJvm budget() {
    Path[] libraries = {
      Artifacts.api(),
      Artifacts.library("tomcat-embed-core"),
      Artifacts.library("tomcat-annotations-api"),
      Artifacts.library("h2")
    };
    return ForkedJvm.on(JAVA)
        .flags(NO_ESCAPE_ANALYSIS)
        .classPath(Programs.all(Programs.jar("budget", libraries), libraries))
        .program("example.budget.Main");
  }

  /** Bytes by what was called. */
  private static Map<String, Long> allocated(ForkedJvm jvm) {
    Outcome outcome = jvm.run();
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    Map<String, Long> bytes = new TreeMap<>();
    outcome
        .stdout()
        .lines()
        .map(line -> line.split(" "))
        .forEach(words -> bytes.put(words[0], Long.parseLong(words[1])));
    return bytes;
  }

  private static ForkedJvm demo() {
    return ForkedJvm.on(JAVA)
        .flags("-Xlog:class+load:file=classes.txt")
        .program("-jar", Artifacts.demo().toString(), "--server.port=0")
        .program("--server.address=127.0.0.1");
  }

  private static long classes(ForkedJvm jvm) {
    return Trees.read(jvm.folder().resolve("classes.txt")).lines().count();
  }

  /** Returns the names of its threads, some of which have the same. */
  private static List<String> threads(RunningProcess process) {
    String pid = Long.toString(process.pid());
    List<String> names = new ArrayList<>();
    String dump = JavaHome.of(JAVA).jcmd(pid, "Thread.print");
    THREAD.matcher(dump).results().forEach(found -> names.add(found.group(1)));
    return names;
  }
}
