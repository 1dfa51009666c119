package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;

class JdbcContractTest extends InstrumentationContract {
  @Override
  protected InstrumentationModule module() {
    return new JdbcModule();
  }

  @Override
  protected String span() {
    return JdbcEvents.OPERATION;
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> firstOf("SELECT 6 * 7");
  }

  @Override
  protected Callable<?> failing() {
    return () -> firstOf("SELECT * FROM nowhere");
  }

  @Override
  protected List<Callable<?>> furtherWork() {
    return List.of(
        () -> {
          try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
              Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE books (title VARCHAR)");
            return statement.executeUpdate("INSERT INTO books VALUES ('a'), ('b')");
          }
        });
  }

  private static int firstOf(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
