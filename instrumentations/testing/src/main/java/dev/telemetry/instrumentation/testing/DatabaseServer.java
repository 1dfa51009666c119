package dev.telemetry.instrumentation.testing;

import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;

/** A real database in a container, empty, for as long as it is open. Thread-safe. */
public final class DatabaseServer implements AutoCloseable {
  private static final Duration STARTUP = Duration.ofMinutes(4);
  private static final String SECRET = "secret";
  private static final String HBA = "/etc/contract_hba.conf";
  private static final int POSTGRESQL_PORT = 5432;
  private static final int MARIADB_PORT = 3306;

  private final GenericContainer<?> container;
  private final String url;
  private final String user;

  private DatabaseServer(GenericContainer<?> container, int port, String url, String user) {
    this.container = container;
    this.user = user;
    container.start();
    this.url = String.format(url, container.getHost() + ":" + container.getMappedPort(port));
  }

  /**
   * Starts PostgreSQL, which lets in drivers that are older than its ways to ask for a password;
   * leaves the test out where Docker has it not.
   */
  @SuppressWarnings("resource") // whoever has the server closes it
  public static DatabaseServer postgresql() {
    return new DatabaseServer(
        Docker.container("postgres:15")
            .withEnv("POSTGRES_PASSWORD", SECRET)
            .withCopyToContainer(
                Transferable.of("host all all all trust\nlocal all all trust\n"), HBA)
            .withCommand("postgres", "-c", "hba_file=" + HBA)
            .withExposedPorts(POSTGRESQL_PORT)
            .waitingFor(
                Wait.forLogMessage(".*ready to accept connections.*\\n", 2)
                    .withStartupTimeout(STARTUP)),
        POSTGRESQL_PORT,
        "jdbc:postgresql://%s/postgres",
        "postgres");
  }

  /** Starts MariaDB; leaves the test out where Docker has it not. */
  @SuppressWarnings("resource") // whoever has the server closes it
  public static DatabaseServer mariadb() {
    return new DatabaseServer(
        Docker.container("mariadb:10.11")
            .withEnv("MARIADB_ROOT_PASSWORD", SECRET)
            .withEnv("MARIADB_DATABASE", "shop")
            .withExposedPorts(MARIADB_PORT)
            // while it makes itself ready its port is 0
            .waitingFor(Wait.forLogMessage(".*port: 3306.*\\n", 1).withStartupTimeout(STARTUP)),
        MARIADB_PORT,
        "jdbc:mariadb://%s/shop",
        "root");
  }

  /** Returns where drivers find it. */
  public String url() {
    return url;
  }

  /** Returns who may do everything. */
  public String user() {
    return user;
  }

  /** Returns that user's password. */
  public String password() {
    return SECRET;
  }

  /** Ends it without a word to those who are connected. */
  public void kill() {
    container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
  }

  @Override
  public void close() {
    container.close();
  }
}
