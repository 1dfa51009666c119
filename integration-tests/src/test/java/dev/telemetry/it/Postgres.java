package dev.telemetry.it;

import dev.telemetry.instrumentation.testing.Docker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** PostgreSQL in a container, which counts the statements it is given. */
final class Postgres implements AutoCloseable {
  private static final String IMAGE = "postgres:15";
  private static final int PORT = 5432;
  private static final String USER = "shop";

  private final GenericContainer<?> container;

  /** What one text was run for, as the server counts it. */
  record Statement(long calls, long rows, String sql) {
    private static Statement parse(String line) {
      String[] cells = line.split("\\|", 3);
      return new Statement(Long.parseLong(cells[0]), Long.parseLong(cells[1]), cells[2]);
    }
  }

  /** Starts it. */
  Postgres() {
    container =
        Docker.container(IMAGE)
            .withEnv("POSTGRES_USER", USER)
            .withEnv("POSTGRES_PASSWORD", USER)
            .withCommand("postgres", "-c", "shared_preload_libraries=pg_stat_statements")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\s", 2));
    container.start();
    ask("CREATE EXTENSION pg_stat_statements");
  }

  /** Where drivers find it, with user and password. */
  String address() {
    String place = container.getHost() + ":" + container.getMappedPort(PORT);
    return "jdbc:postgresql://%s/%s?user=%s&password=%s".formatted(place, USER, USER, USER);
  }

  /** Forgets what was counted. */
  void forget() {
    ask("SELECT pg_stat_statements_reset()");
  }

  /** Every text that was run since, on one line each. */
  List<Statement> statements() {
    String query =
        "SELECT calls, rows, regexp_replace(query, '\\s+', ' ', 'g') FROM pg_stat_statements";
    return ask(query).filter(line -> !line.isEmpty()).map(Statement::parse).toList();
  }

  /** The lines of an answer, their cells parted by bars. */
  Stream<String> ask(String sql) {
    try {
      ExecResult answer = container.execInContainer("psql", "-U", USER, "-At", "-c", sql);
      if (answer.getExitCode() != 0) {
        throw new AssertionError(sql + ": " + answer.getStderr());
      }
      return answer.getStdout().lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
