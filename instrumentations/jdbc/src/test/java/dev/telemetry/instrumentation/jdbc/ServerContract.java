package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.testing.DatabaseServer;
import java.util.Properties;

/** What is told of operations of a real server; each test is left out where there is none. */
abstract class ServerContract extends DriverContract {
  ServerContract(String library, String driver, String system) {
    super(library, driver, system);
  }

  /** Returns the server, which the first that asks for it starts. */
  abstract DatabaseServer server();

  @Override
  String url() {
    return server().url();
  }

  @Override
  Properties properties() {
    Properties user = new Properties();
    user.setProperty("user", server().user());
    user.setProperty("password", server().password());
    return user;
  }
}
