package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The log in a file, which may not be there, be full or be moved away: what was written and what is
 * counted as lost are together what was emitted.
 */
@Execution(ExecutionMode.CONCURRENT)
final class LogFileIT {
  private static final int JAVA = 17;
  private static final int EVENTS = 3_000;
  private static final int ORDERS = 1_000;

  /** Slow enough for a file to change its fate meanwhile. */
  private static final int RATE = 1_000;

  private static final Pattern LAST = Pattern.compile("at the end: log sent (\\d+), lost (.*)");

  /** Whole, as the unit test has it read by another parser. */
  private static final String JSON =
      "\\{\"event\":\"emitted\",\"time\":\"2[^\"]+Z\",\"measurements\":\\{\"size\":\\d+},"
          + "\"metadata\":\\{}}";

  @OnJava({8, 26})
  void healthyFile_hasEveryEventAtTheEnd(int java) {
    ForkedJvm jvm = app(java, "a.log", "text");
    Outcome outcome = jvm.run();

    assertUnnoticed(outcome);
    assertThat(outcome.told("at the end")).isEmpty();
    assertThat(lines(jvm.folder().resolve("a.log")))
        .hasSize(EVENTS)
        .allMatch(line -> line.matches("2\\d{3}-\\d\\d-\\d\\dT\\S+Z emitted size=\\d+"));
  }

  @OnJava({8, 26})
  void fullDisk_losesEveryEventByCount(int java) {
    assertAllLost(app(java, "/dev/full", "json").run(), "cannot write");
  }

  @Test
  void missingFolder_losesEveryEventByCount() {
    assertAllLost(app(JAVA, "no/such/a.log", "text").run(), "no such folder");
  }

  /** The kernel refuses that file to everybody, root included. */
  @Test
  void noPermission_losesEveryEventByCount() {
    assertAllLost(app(JAVA, "/proc/sys/kernel/ostype", "json").run(), "no permission");
  }

  @Test
  void folderThatComesLate_hasTheRest() {
    ForkedJvm jvm = app(JAVA, "late/a.log", "json");
    try (RunningProcess process = jvm.start()) {
      process.awaitOutput("cannot write to late/a.log");
      Trees.create(jvm.folder().resolve("late"));
      process.awaitOutput("late/a.log is written to again");
      Outcome outcome = process.await();

      assertUnnoticed(outcome);
      long written = jsonLines(jvm.folder().resolve("late/a.log"));
      assertThat(outcome.told("telemetry: at the end: log sent " + written + ", lost "))
          .as(outcome.stderr())
          .singleElement()
          .asString()
          .endsWith("{no such folder=" + (EVENTS - written) + "}");
      assertThat(written).isBetween(1L, EVENTS - 1L);
    }
  }

  @OnJava({8, 26})
  void movedFile_isFollowedByAnother(int java) {
    ForkedJvm jvm = app(java, "a.log", "json");
    Path file = jvm.folder().resolve("a.log");
    Path moved = jvm.folder().resolve("a.log.1");
    try (RunningProcess process = jvm.start()) {
      Waiting.until(RunningProcess.DEADLINE, () -> file.toFile().length() > 0, process::stderr);
      move(file, moved);
      Outcome outcome = process.await();

      assertUnnoticed(outcome);
      assertThat(outcome.told("at the end")).isEmpty();
      assertThat(jsonLines(moved)).isPositive();
      assertThat(jsonLines(file)).isPositive();
      assertThat(jsonLines(moved) + jsonLines(file)).isEqualTo(EVENTS);
    }
  }

  /** A limit of the operating system cuts a line as a full disk does. */
  @Test
  void diskThatIsFullForAWhile_hasWholeLinesAlone() throws Exception {
    ForkedJvm jvm = app(JAVA, "a.log", "json");
    Path file = jvm.folder().resolve("a.log");
    try (RunningProcess process = jvm.start()) {
      limit(process, "50001");
      process.awaitOutput("cannot write to a.log");
      limit(process, "unlimited");
      process.awaitOutput("a.log is written to again");
      Outcome outcome = process.await();

      assertUnnoticed(outcome);
      long written = jsonLines(file);
      assertThat(outcome.told("telemetry: at the end: log sent " + written + ", lost "))
          .as(outcome.stderr())
          .singleElement()
          .asString()
          .endsWith("{cannot write=" + (EVENTS - written) + "}");
      assertThat(written).isBetween(1L, EVENTS - 1L);
    }
  }

  @OnJava({8, 26})
  void systemExit_losesNothingOfTheShutdownHooks(int java) {
    ForkedJvm jvm = leaving(java, "exit");
    Outcome outcome = jvm.run();

    assertThat(outcome.exitCode()).isEqualTo(3);
    assertAllOrders(outcome, jvm.folder().resolve("a.log"));
  }

  @OnJava({8, 26})
  void sigterm_losesNothingOfTheShutdownHooks(int java) {
    ForkedJvm jvm = leaving(java, "wait");
    try (RunningProcess process = jvm.start()) {
      process.awaitOutput("worked");
      Outcome outcome = process.terminate();

      assertThat(outcome.exitCode()).isEqualTo(128 + 15);
      assertAllOrders(outcome, jvm.folder().resolve("a.log"));
    }
  }

  private static void assertAllOrders(Outcome outcome, Path file) {
    assertThat(outcome.stdout().lines()).containsExactly("worked", "finished");
    assertThat(outcome.told("at the end")).as(outcome.stderr()).isEmpty();
    List<String> lines = lines(file);
    // the first half may have passed before the reporter, which starts beside the application
    assertThat(lines)
        .filteredOn(line -> line.contains(" order.stop"))
        .hasSizeBetween(ORDERS / 2, ORDERS);
    assertThat(lines)
        .filteredOn(line -> line.contains(" order.count +"))
        .last()
        .asString()
        .endsWith(", " + ORDERS + " in all");
  }

  private static ForkedJvm leaving(int java, String how) {
    Path jar = Programs.jar("leaving", Artifacts.api());
    return ForkedJvm.on(java)
        .classPath(jar, Artifacts.api())
        .agent(
            """
            http: {enabled: false}
            instrumentations: {vm: {enabled: false}}
            reporters:
              log: {file: a.log, every: 1h, events: [order.stop], limit: 9999999/s}
            metrics:
              - counter: order.count
            """)
        .program("example.leaving.Main", how);
  }

  private static void assertAllLost(Outcome outcome, String reason) {
    assertUnnoticed(outcome);
    assertThat(outcome.told("cannot write to ")).as(outcome.stderr()).hasSize(1);
    Matcher last = LAST.matcher(outcome.stderr());
    assertThat(last.find()).as(outcome.stderr()).isTrue();
    assertThat(last.group(1)).isEqualTo("0");
    assertThat(last.group(2)).isEqualTo(Map.of(reason, EVENTS).toString());
  }

  private static void assertUnnoticed(Outcome outcome) {
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.stdout().lines()).containsExactly("emitting", "emitted " + EVENTS);
  }

  private static ForkedJvm app(int java, String file, String format) {
    Path jar = Programs.jar("emitter", Artifacts.api());
    return ForkedJvm.on(java)
        .classPath(jar, Artifacts.api())
        .agent(
            """
            http: {enabled: false}
            instrumentations: {vm: {enabled: false}}
            reporters:
              log:
                file: %s
                format: %s
                every: 1h
                own-metrics: false
                events: [emitted]
                limit: 9999999/s
            """
                .formatted(file, format))
        .program("example.emitter.Main", Integer.toString(EVENTS), Integer.toString(RATE));
  }

  private static void limit(RunningProcess process, String bytes) throws Exception {
    String pid = Long.toString(process.pid());
    int exit =
        new ProcessBuilder("prlimit", "--pid", pid, "--fsize=" + bytes + ":unlimited")
            .inheritIO()
            .start()
            .waitFor();
    assertThat(exit).isZero();
  }

  private static long jsonLines(Path file) {
    List<String> lines = lines(file);
    assertThat(lines).allMatch(line -> line.matches(JSON));
    return lines.size();
  }

  private static List<String> lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
