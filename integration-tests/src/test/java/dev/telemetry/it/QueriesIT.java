package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Where the time of a query goes, against real servers, and what the application counts itself. */
final class QueriesIT {
  private static final int JAVA = 17;
  private static final Duration STARTUP = Duration.ofMinutes(4);
  private static final String SECRET = "secret";

  @Test
  void h2_isMeasuredAsItIsUsed() {
    Outcome outcome = queries("jdbc:h2:mem:queries;DB_CLOSE_DELAY=-1", "sa", "").run();

    assertMeasured(outcome);
  }

  @Test
  void postgresql_isMeasuredAsItIsUsed() {
    Docker.require();
    try (GenericContainer<?> server =
        new GenericContainer<>("postgres:15")
            .withEnv("POSTGRES_PASSWORD", SECRET)
            .withExposedPorts(5432)
            .waitingFor(
                Wait.forLogMessage(".*ready to accept connections.*\\n", 2)
                    .withStartupTimeout(STARTUP))) {
      server.start();
      String url = "jdbc:postgresql://" + address(server, 5432) + "/postgres";

      assertMeasured(killedMeanwhile(server, queries(url, "postgres", SECRET, "kill")));
    }
  }

  @Test
  void mariadb_isMeasuredAsItIsUsed() {
    Docker.require();
    try (GenericContainer<?> server =
        new GenericContainer<>("mariadb:10.11")
            .withEnv("MARIADB_ROOT_PASSWORD", SECRET)
            .withEnv("MARIADB_DATABASE", "shop")
            .withExposedPorts(3306)
            // while it makes itself ready its port is 0
            .waitingFor(Wait.forLogMessage(".*port: 3306.*\\n", 1).withStartupTimeout(STARTUP))) {
      server.start();
      String url = "jdbc:mariadb://" + address(server, 3306) + "/shop";

      assertMeasured(killedMeanwhile(server, queries(url, "root", SECRET, "kill")));
    }
  }

  private static String address(GenericContainer<?> server, int port) {
    return server.getHost() + ":" + server.getMappedPort(port);
  }

  private static Outcome killedMeanwhile(GenericContainer<?> server, ForkedJvm jvm) {
    try (RunningProcess application = jvm.start()) {
      application.awaitOutput("(?m)^(kill)$");
      server.getDockerClient().killContainerCmd(server.getContainerId()).exec();
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
