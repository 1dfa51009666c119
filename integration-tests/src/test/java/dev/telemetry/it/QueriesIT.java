package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.testing.DatabaseServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Where the time of a query goes, against real servers, and what the application counts itself. */
final class QueriesIT {
  private static final int JAVA = 17;

  @Test
  void h2_isMeasuredAsItIsUsed() {
    Outcome outcome = queries("jdbc:h2:mem:queries;DB_CLOSE_DELAY=-1", "sa", "").run();

    assertMeasured(outcome);
  }

  @Test
  void postgresql_isMeasuredAsItIsUsed() {
    try (DatabaseServer server = DatabaseServer.postgresql()) {
      assertMeasured(killedMeanwhile(server));
    }
  }

  @Test
  void mariadb_isMeasuredAsItIsUsed() {
    try (DatabaseServer server = DatabaseServer.mariadb()) {
      assertMeasured(killedMeanwhile(server));
    }
  }

  private static Outcome killedMeanwhile(DatabaseServer server) {
    ForkedJvm queries = queries(server.url(), server.user(), server.password(), "kill");
    try (RunningProcess application = queries.start()) {
      application.awaitOutput("(?m)^(kill)$");
      server.kill();
      return application.await();
    }
  }

  private static ForkedJvm queries(String... arguments) {
    Path[] libraries =
        Stream.of("h2", "postgresql", "mariadb-java-client", "HikariCP", "slf4j-api", "slf4j-nop")
            .map(Artifacts::library)
            .toArray(Path[]::new);
    Path[] all = Programs.all(Artifacts.api(), libraries);
    return ForkedJvm.on(JAVA)
        .classPath(Programs.all(Programs.jar("queries", all), all))
        .agent()
        .program("example.queries.Main")
        .program(arguments);
  }

  private static void assertMeasured(Outcome outcome) {
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
    Map<String, long[]> told = told(outcome);
    assertTimes(line(told, "exhausted"), 1);
    assertTimes(line(told, "slow"), 1);
    assertTimes(line(told, "large"), 1_000);
    assertCounts(told);
  }

  /** The parts are the whole, and the part that it is about is most of it. */
  private static void assertTimes(long[] wallTotalPartRows, long rows) {
    long wall = wallTotalPartRows[0];
    assertThat(wall).isPositive();
    assertThat(wallTotalPartRows[1]).isCloseTo(wall, Percentage.withPercentage(5));
    assertThat(wallTotalPartRows[2]).isGreaterThan(wall / 2);
    assertThat(wallTotalPartRows[3]).isEqualTo(rows);
  }

  private static void assertCounts(Map<String, long[]> told) {
    long[] mixed = line(told, "mixed");
    assertThat(mixed[0]).isEqualTo(10_000);
    assertThat(mixed[1]).as("failed").isPositive();
    assertThat(mixed[3]).as("time-outs of the pool").isPositive();
    assertThat(line(told, "seen")).containsExactly(mixed[0], mixed[2]);
    assertThat(line(told, "timeouts")[0]).isEqualTo(mixed[3]);
    assertThat(line(told, "operations")[0]).isEqualTo(line(told, "operations")[1]);
    assertThat(line(told, "connections")[0]).isEqualTo(line(told, "connections")[1]);
  }

  private static long[] line(Map<String, long[]> told, String name) {
    return Objects.requireNonNull(told.get(name), name);
  }

  private static Map<String, long[]> told(Outcome outcome) {
    Map<String, long[]> told = new TreeMap<>();
    outcome
        .stdout()
        .lines()
        .map(line -> line.split(" "))
        .filter(words -> words.length > 1)
        .forEach(
            words ->
                told.put(
                    words[0], Arrays.stream(words).skip(1).mapToLong(Long::parseLong).toArray()));
    return told;
  }
}
