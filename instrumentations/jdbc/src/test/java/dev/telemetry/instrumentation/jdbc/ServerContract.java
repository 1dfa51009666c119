package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.testing.DatabaseServer;
import java.util.Properties;

/** What is told of operations of a real server. */
abstract class ServerContract extends DriverContract {
  private final DatabaseServer server;

  ServerContract(DatabaseServer server, String library, String driver, String system) {
    super(library, driver, system);
    this.server = server;
  }

  @Override
  String url() {
    return server.url();
  }

  @Override
  Properties properties() {
    Properties user = new Properties();
    user.setProperty("user", server.user());
    user.setProperty("password", server.password());
    return user;
  }
}
