package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.testing.DatabaseServer;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

/** MariaDB in a container. */
class MariadbContractTest {
  private static @Nullable DatabaseServer server;

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  /** The lowest version. */
  @Nested
  class Lowest extends Mariadb {
    Lowest() {
      super("mariadb-1.1");
    }
  }

  /** The newest version. */
  @Nested
  class Newest extends Mariadb {
    Newest() {
      super("mariadb-4.0");
    }
  }

  abstract static class Mariadb extends ServerContract {
    Mariadb(String library) {
      super(library, "org.mariadb.jdbc.Driver", "mariadb");
    }

    @Override
    DatabaseServer server() {
      DatabaseServer started = server == null ? DatabaseServer.mariadb() : server;
      server = started;
      return started;
    }

    @Override
    Properties properties() {
      Properties user = super.properties();
      user.setProperty("sslMode", "disable"); // as the server has it
      return user;
    }

    @Override
    String call() {
      return "{? = call abs(-1)}";
    }
  }
}
