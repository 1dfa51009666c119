package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.testing.DatabaseServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** PostgreSQL in a container. */
class PostgresqlContractTest {
  private static @Nullable DatabaseServer server;

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  /** The lowest version. */
  @Nested
  class Lowest extends Postgresql {
    Lowest() {
      super("postgresql-9.4");
    }
  }

  /** The newest version. */
  @Nested
  class Newest extends Postgresql {
    Newest() {
      super("postgresql-42.7");
    }
  }

  abstract static class Postgresql extends ServerContract {
    Postgresql(String library) {
      super(library, "org.postgresql.Driver", "postgresql");
    }

    @Override
    DatabaseServer server() {
      DatabaseServer started = server == null ? DatabaseServer.postgresql() : server;
      server = started;
      return started;
    }
  }
}
