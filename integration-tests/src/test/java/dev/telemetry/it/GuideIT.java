package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The commands of {@code docs/guide.md}, as they are printed, from the first to the last. What is
 * shown of their output has to come, whatever its numbers are.
 */
final class GuideIT {
  private static final int JAVA = 17;

  /** {@code ./demo} starts five JVMs, one of which sleeps for seconds. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Path ROOT = Artifacts.module().resolve("..").normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\S.*?)\\n(.*?)^```$");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d.]*");
  private static final String BUILD = "mvn -DskipTests package\n";

  private String output = "";

  @BeforeAll
  static void everythingIsBuilt() {
    markAsBuilt(Artifacts.agent());
    markAsBuilt(Artifacts.demo());
  }

  @Test
  void commands_doWhatIsPrinted() {
    List<Block> blocks = blocks();
    assertThat(blocks).extracting(Block::info).contains("sh", "text", "sh until Ctrl-C");
    for (int i = 0; i < blocks.size(); i++) {
      Block next = blocks.get(Math.min(i + 1, blocks.size() - 1));
      handle(blocks.get(i), next.info().equals("text") ? next : new Block("text", ""));
    }
  }

  private void handle(Block block, Block shown) {
    switch (block.info()) {
      case "sh" -> output = run(block.text());
      case "sh until Ctrl-C" -> output = runUntilItIsUp(block.text(), shown);
      case "sh build" -> assertThat(block.text()).as("what came before this test").isEqualTo(BUILD);
      case "text", "text again" -> assertShown(block);
      default -> assertFile(block);
    }
  }

  private void assertShown(Block block) {
    assertThat(block.text().lines())
        .allSatisfy(line -> assertThat(output).containsPattern(pattern(line)));
  }

  /** An excerpt without a file is anybody's. */
  private static void assertFile(Block block) {
    String[] words = block.info().split(" ", -1);
    if (words.length == 2) {
      assertThat(block.text()).as(words[1]).isEqualTo(Trees.read(ROOT.resolve(words[1])));
    }
  }

  private static String run(String command) {
    try (RunningProcess process = start(command)) {
      Outcome outcome = process.await(PATIENCE);
      String all = outcome.stdout() + outcome.stderr();
      assertThat(outcome.exitCode()).as(command + all).isZero();
      return all;
    }
  }

  /** One command, and a chart moves. */
  private static String runUntilItIsUp(String command, Block shown) {
    RunningProcess process = start(command);
    try {
      shown.text().lines().forEach(line -> process.awaitOutput(pattern(line).pattern()));
      awaitSecondFrame(process.awaitOutput("watch it live: +(http://\\S+/)\n").group(1));
    } finally {
      process.terminate(); // else what it has started would go on
    }
    Outcome ended = process.await();
    assertThat(ended.exitCode()).as(ended.stdout() + ended.stderr()).isZero();
    return ended.stdout() + ended.stderr();
  }

  private static void awaitSecondFrame(String dashboard) {
    URI history = URI.create(dashboard + "dashboard/history");
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> Http.get(history).body().lines().skip(1).count() > 1,
        () -> "no second frame at " + history);
  }

  private static RunningProcess start(String command) {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", command.strip())
            .directory(ROOT.toFile());
    Map<String, String> environment = builder.environment();
    ForkedJvm.cleanEnvironment(environment);
    Path java = JavaHome.of(JAVA).path();
    environment.put("PATH", java.resolve("bin") + ":" + environment.get("PATH"));
    environment.put("JAVA_HOME", java.toString());
    return RunningProcess.start(builder, ForkedJvm.workingFolder());
  }

  /** A jar that would have become the same again was left alone by the build: it is current. */
  private static void markAsBuilt(Path jar) {
    try {
      Files.setLastModifiedTime(jar, Files.getLastModifiedTime(jar));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is printed, with any numbers. */
  private static Pattern pattern(String line) {
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    for (Matcher number = NUMBER.matcher(line); number.find(); end = number.end()) {
      pattern.append(Pattern.quote(line.substring(end, number.start()))).append("[0-9.:]+");
    }
    return Pattern.compile(pattern + Pattern.quote(line.substring(end)));
  }

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    BLOCK
        .matcher(Trees.read(ROOT.resolve("docs/guide.md")))
        .results()
        .forEach(each -> blocks.add(new Block(each.group(1), each.group(2))));
    return blocks;
  }

  /** What stands between two fences, and what the first one says of it. */
  private record Block(String info, String text) {}
}
