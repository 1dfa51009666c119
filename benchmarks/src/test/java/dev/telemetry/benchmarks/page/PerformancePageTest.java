package dev.telemetry.benchmarks.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.benchmarks.method.Growth;
import dev.telemetry.benchmarks.method.MethodMeasures;
import dev.telemetry.benchmarks.method.MethodSuite;
import dev.telemetry.benchmarks.process.Agent;
import dev.telemetry.benchmarks.process.OurAgent;
import dev.telemetry.benchmarks.process.Peers;
import dev.telemetry.benchmarks.results.Run;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.start.StartMeasures;
import dev.telemetry.benchmarks.start.StartSuite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {
  private final Samples start = new Samples();
  private final Samples methods = new Samples();
  @TempDir Path docs;

  @BeforeEach
  void measure() {
    for (int round = 1; round <= 3; round++) {
      start(Agent.NONE.name(), round, 10 + 0.01 * round);
      start(Agent.AGAIN.name(), round, 10);
      start(OurAgent.NAME, round, 10.5);
      start(Peers.DATADOG, round, 14);
    }
  }

  @Test
  void bar_saysWhatHolds() throws IOException {
    assertThat(page())
        .containsPattern(
            "demo: CPU until the first 200, of none .* 1.12 \\| 1.05 \\(1.05 to 1.05\\)")
        .contains("| demo: classes added |  | 0 Datadog | 0 | 1,500 | 500 | holds |");
  }

  @Test
  void bar_saysWhatIsMissed() throws IOException {
    for (int round = 1; round <= 3; round++) {
      call(MethodSuite.BASE, round, 50);
      call(OurAgent.NAME, round, 70 + round);
    }
    assertThat(page())
        .containsPattern("a measured call: time, of two nanoTime and two LongAdders .* missed");
  }

  @Test
  void whatWasNotRun_isSaidSo() throws IOException {
    assertThat(page())
        .contains("| a measured call: bytes |  |  |  | 0.5 |  | not measured |")
        .contains("**requests**: not run yet");
  }

  @Test
  void others_areComparedRoundByRound() throws IOException {
    assertThat(page())
        .contains("| demo, cpu_s | Datadog | 10.5 | 14 | 0.75 (0.75 to 0.75) | holds |");
  }

  @Test
  void bar_namesTheBestOfTheOthers() throws IOException {
    for (int round = 1; round <= 3; round++) {
      start(Peers.ELASTIC, round, 13);
    }
    assertThat(page()).containsPattern("demo: CPU .* 1.3 Elastic \\|");
  }

  @Test
  void profiles_arePartOfThePage() throws IOException {
    Files.createDirectories(docs.resolve("performance"));
    Files.writeString(docs.resolve("performance/profiles.md"), "## Where the time goes\n");
    assertThat(page()).contains("## Where the time goes\n\n## Where this was measured");
  }

  @Test
  void growth_isDrawn() throws IOException {
    for (int count : new int[] {1, 100}) {
      Run run = new Run("events", Growth.EVENTS.lines().get(0) + " = " + count, 1);
      methods.add(run, MethodMeasures.TIME, 20);
    }
    assertThat(page()).contains("](performance/growth-events.svg)").contains("| 100 |");
    assertThat(Files.readString(docs.resolve("performance/growth-events.svg")))
        .startsWith("<svg xmlns=")
        .contains("<circle")
        .endsWith("</svg>\n");
  }

  private String page() throws IOException {
    start.write(Results.numbers(docs.resolve("performance"), StartSuite.NAME));
    methods.write(Results.numbers(docs.resolve("performance"), MethodSuite.NAME));
    new PerformancePage(docs).write();
    return Files.readString(docs.resolve("performance.md"));
  }

  private void start(String variant, int round, double cpu) {
    Run run = new Run("demo", variant, round);
    start.add(run, StartMeasures.CPU, cpu);
    start.add(run, StartMeasures.CLASSES, variant.equals(OurAgent.NAME) ? 10_500 : 10_000);
  }

  private void call(String variant, int round, double time) {
    methods.add(new Run(MethodSuite.CALL, variant, round), MethodMeasures.TIME, time);
  }
}
