package dev.telemetry.instrumentation.jdbc;

import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool called small, of one connection to H2, inside of a loader that has it in one version. */
public interface SmallPool extends AutoCloseable {
  /** How long it lets somebody wait. */
  int PATIENCE_MILLIS = 250;

  /** Where its connections lead. */
  String URL = "jdbc:h2:mem:";

  /** Returns who is asked for the connection. */
  DataSource source();

  @Override
  void close() throws SQLException;
}
