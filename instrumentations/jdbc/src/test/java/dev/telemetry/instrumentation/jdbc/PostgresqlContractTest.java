package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.testing.DatabaseServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** PostgreSQL in a container. */
class PostgresqlContractTest {
  private static DatabaseServer server;

  @BeforeAll
  static void startServer() {
    server = DatabaseServer.postgresql();
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  /** The lowest version. */
  @Nested
  class Lowest extends ServerContract {
    Lowest() {
      super(server, "postgresql-9.4", "org.postgresql.Driver", "postgresql");
    }
  }

  /** The newest version. */
  @Nested
  class Newest extends ServerContract {
    Newest() {
      super(server, "postgresql-42.7", "org.postgresql.Driver", "postgresql");
    }
  }
}
