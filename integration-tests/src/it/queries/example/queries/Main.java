package example.queries;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Queries a database in each way that is known to go wrong, and says what was to be measured. */
public final class Main {
  private Main() {}

  /**
   * Runs it.
   *
   * @param args URL, user, password, and {@code kill} where the server will be killed
   */
  public static void main(String[] args) throws Exception {
    Dialect dialect = Dialect.of(args[0]);
    Seen seen = new Seen();
    try (HikariDataSource one = pool(args, 1, 10_000)) {
      prepare(one, dialect);
      new Timed(seen, dialect).all(one);
    }
    try (HikariDataSource few = pool(args, 4, 500)) {
      few.getConnection().close(); // what a pool asks at its start is not the application's
      long before = seen.starts.get();
      long rows = seen.rows.get();
      long timeouts = seen.timeouts.get();
      new Mixed(few, dialect).all();
      tell("seen", seen.starts.get() - before, seen.rows.get() - rows);
      tell("timeouts", seen.timeouts.get() - timeouts, 0);
    }
    try (HikariDataSource pool = pool(args, 2, 10_000)) {
      Broken broken = new Broken(pool, dialect);
      broken.cancelled();
      broken.timedOut();
      if (args.length > 3) {
        broken.killed();
      }
    }
    tell("operations", seen.starts.get(), seen.stops.get() + seen.exceptions.get());
    tell("connections", seen.checkouts.get(), seen.endsOfCheckouts.get());
  }

  private static HikariDataSource pool(String[] args, int size, long wait) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(args[0]);
    pool.setUsername(args[1]);
    pool.setPassword(args[2]);
    pool.setMaximumPoolSize(size);
    pool.setConnectionTimeout(wait);
    pool.setAutoCommit(size > 1);
    return pool;
  }

  private static void prepare(HikariDataSource pool, Dialect dialect) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      if (dialect == Dialect.H2) {
        statement.execute("CREATE ALIAS nap FOR 'example.queries.Dialect.nap'");
        statement.execute("CREATE ALIAS lazy DETERMINISTIC FOR 'example.queries.Dialect.nap'");
        statement.execute("SET LAZY_QUERY_EXECUTION 1");
      }
      statement.execute("CREATE TABLE mixed (n INT)");
      statement.execute("CREATE TABLE numbers (n INT)");
      for (int i = 0; i < 20; i++) {
        statement.execute("INSERT INTO numbers VALUES (" + i + ")");
      }
      connection.commit();
    }
  }

  private static void tell(String name, long one, long other) {
    System.out.println(name + " " + one + " " + other);
  }
}
