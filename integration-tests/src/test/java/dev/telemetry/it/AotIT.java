package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The commands that {@code aot} prints: the application starts from what the first of them wrote,
 * and is measured from its first call on, though an AOT cache has its classes loaded before the
 * agent.
 */
@Execution(ExecutionMode.CONCURRENT)
final class AotIT {
  private static final String CLASSES = "classes.txt";

  @OnJava({17, 25, 26})
  void printedCommands_startFromACacheAndMeasureEverything(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm shop =
          ShopIT.shop(java)
              .flags("-Xlog:class+load:file=" + CLASSES)
              .agent(statsd.reporters() + ShopIT.METRICS);
      Outcome last = null;
      for (String command : printed(java, shop.command())) {
        last = run(command, shop.folder());
      }

      assertThat(last).isNotNull();
      assertThat(last.stdout()).contains("batch 2").doesNotContain("[error]", "[warning]");
      assertThat(ofTheShopOutOfTheCache(shop.folder())).isGreaterThan(500);
      ShopIT.assertMeasured(statsd);
    }
  }

  private static List<String> printed(int java, List<String> command) {
    String[] words = Stream.concat(Stream.of("aot", "--"), command.stream()).toArray(String[]::new);
    ForkedJvm aot = ForkedJvm.on(java).program("-jar", Artifacts.agent().toString()).program(words);
    Outcome outcome = aot.run();
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    List<String> commands = outcome.stdout().lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(commands).hasSize(2);
    return commands;
  }

  private static Outcome run(String command, Path folder) {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
    ForkedJvm.cleanEnvironment(shell.environment());
    try (RunningProcess process = RunningProcess.start(shell)) {
      Outcome outcome = process.await();
      assertThat(outcome.exitCode()).as(command + "\n" + outcome).isZero();
      return outcome;
    }
  }

  private static long ofTheShopOutOfTheCache(Path folder) {
    return Trees.read(folder.resolve(CLASSES))
        .lines()
        .filter(line -> line.contains("source: shared objects file"))
        .filter(line -> line.matches(".*\\] (example|org\\.apache|org\\.h2)\\..*"))
        .count();
  }
}
