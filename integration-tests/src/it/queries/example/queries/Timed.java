package example.queries;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/** Operations whose time is measured from outside too. */
final class Timed {
  private static final int ATTEMPTS = 8;
  private static final double CLOSE_ENOUGH = 0.05;

  private final Seen seen;
  private final Dialect dialect;

  Timed(Seen seen, Dialect dialect) {
    this.seen = seen;
    this.dialect = dialect;
  }

  /** Work that returns how long it took. */
  interface Work {
    long run() throws Exception;
  }

  void all(HikariDataSource pool) throws Exception {
    tell("exhausted", "queue", () -> afterAnother(pool));
    tell("slow", "query", () -> read(pool, dialect.sleep(1)));
    tell("large", "decode", () -> read(pool, dialect.slowRows(1_000)));
  }

  /** The best of some attempts: a busy machine may take its time between any two lines. */
  private void tell(String name, String part, Work work) throws Exception {
    String best = "";
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS && least > CLOSE_ENOUGH; i++) {
      long wall = work.run();
      long total = seen.last("total");
      double off = Math.abs(wall - total) / (double) wall;
      if (off < least) {
        least = off;
        best = wall + " " + total + " " + seen.last(part) + " " + seen.last("rows");
      }
    }
    System.out.println(name + " " + best);
  }

  /** Waits for the only connection. */
  private long afterAnother(HikariDataSource pool) throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              try (Connection connection = pool.getConnection()) {
                taken.countDown();
                Thread.sleep(1_000);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    other.start();
    taken.await();
    long nanos = read(pool, "SELECT 1");
    other.join();
    return nanos;
  }

  private long read(HikariDataSource pool, String sql) throws Exception {
    long begin = System.nanoTime();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(50);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          // reading is all that is timed
        }
      }
      return System.nanoTime() - begin;
    }
  }
}
