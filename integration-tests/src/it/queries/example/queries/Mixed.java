package example.queries;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many operations of many kinds on many threads, of which the application counts each itself. */
final class Mixed {
  private static final int THREADS = 32;
  private static final int OPERATIONS = 10_000;

  private final AtomicInteger left = new AtomicInteger(OPERATIONS);
  private final AtomicLong executed = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong vain = new AtomicLong();
  private final HikariDataSource pool;
  private final Dialect dialect;

  Mixed(HikariDataSource pool, Dialect dialect) {
    this.pool = pool;
    this.dialect = dialect;
  }

  void all() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      done.add(threads.submit(this::work));
    }
    for (Future<?> one : done) {
      one.get();
    }
    threads.shutdown();
    System.out.println("mixed " + executed + " " + failed + " " + rows + " " + vain);
  }

  private void work() {
    int number = left.getAndDecrement();
    while (number > 0) {
      if (tried(number)) {
        number = left.getAndDecrement();
      }
    }
  }

  /** Returns false where the pool had no connection in time. */
  private boolean tried(int number) {
    try (Connection connection = pool.getConnection()) {
      one(connection, number);
    } catch (SQLException inVain) {
      vain.incrementAndGet();
      return false;
    }
    return true;
  }

  private void one(Connection connection, int number) {
    executed.incrementAndGet();
    try {
      execute(connection, number);
    } catch (SQLException expected) {
      failed.incrementAndGet();
    }
  }

  private void execute(Connection connection, int number) throws SQLException {
    if (number % 500 == 0 && dialect != Dialect.H2) {
      run(connection, dialect.kill);
    } else if (number % 1_000 > 0 && number % 1_000 < 9) {
      // more at a time than there are connections
      run(connection, dialect.sleep(0.6));
    } else if (number % 10 == 2) {
      run(connection, "SELECT * FROM nowhere");
    } else if (number % 3 == 0) {
      insert(connection, number);
    } else {
      prepared(connection, number % 20);
    }
  }

  private void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      count(result);
    }
  }

  private void insert(Connection connection, int number) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      rows.addAndGet(statement.executeUpdate("INSERT INTO mixed VALUES (" + number + ")"));
    }
  }

  private void prepared(Connection connection, int most) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT n FROM numbers WHERE n <= ?")) {
      statement.setInt(1, most);
      count(statement.executeQuery());
    }
  }

  private void count(ResultSet result) throws SQLException {
    while (result.next()) {
      rows.incrementAndGet();
    }
  }
}
