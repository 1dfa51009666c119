package example.queries;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Operations that do not come to their end. */
final class Broken {
  private final HikariDataSource pool;
  private final Dialect dialect;

  Broken(HikariDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.dialect = dialect;
  }

  void cancelled() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      Thread other = new Thread(() -> cancel(statement));
      other.start();
      tryTo(statement);
      other.interrupt();
      other.join();
    }
  }

  /** Again and again, because a statement can't be cancelled before it is executed. */
  private static void cancel(Statement statement) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.sleep(200);
        statement.cancel();
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void timedOut() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(1);
      tryTo(statement);
    }
  }

  /** Whoever started this kills the server meanwhile. */
  void killed() throws Exception {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      System.out.println("kill");
      tryTo(statement);
    }
  }

  private void tryTo(Statement statement) {
    try {
      statement.executeQuery(dialect.endless).close();
    } catch (SQLException expected) {
      // so it should
    }
  }
}
