package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.testing.InstrumentationContract;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

class JdbcContractTest extends InstrumentationContract {
  private @Nullable JdbcModule module;

  /** The first that is asked for is the one that is woven. */
  @Override
  protected InstrumentationModule module() {
    JdbcModule known = module;
    if (known == null) {
      known = new JdbcModule();
      module = known;
    }
    return known;
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
        },
        this::executeSlowly,
        this::letGoOfRows,
        this::exhaustPool);
  }

  /** In-process anything is slow; the agent that these tests are run under says 2 s. */
  private int executeSlowly() throws SQLException {
    module().configure(InstrumentationSettings.none().with(SlowOperations.SETTING, "0"));
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ALIAS nap FOR 'java.lang.Thread.sleep(long)'");
      int millis = Woven.agentRuns() ? 2_050 : 0;
      statement.executeQuery("SELECT nap(" + millis + ") FROM dual").close();
      String failing =
          String.format("SELECT nap(x), 1 / (x - %1$d) FROM system_range(%1$d, %1$d)", millis);
      assertThat(catchThrowable(() -> statement.execute(failing))).isInstanceOf(SQLException.class);
      return millis;
    } finally {
      module().configure(InstrumentationSettings.none());
    }
  }

  /** Until it was noticed, which takes a collection and something else that is executed. */
  private int letGoOfRows() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
      int tries = 0;
      while (abandoned().isEmpty() && tries++ < 1_000) {
        connection.createStatement().executeQuery("SELECT * FROM system_range(1, 2)").next();
        System.gc();
      }
      return abandoned().size();
    }
  }

  /** Its first connection is handed out twice, then kept, so that another is asked for in vain. */
  private int exhaustPool() throws Exception {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl("jdbc:h2:mem:");
      pool.setMaximumPoolSize(1);
      pool.setConnectionTimeout(250);
      useOnce(pool);
      useOnce(pool);
      Connection kept = pool.getConnection();
      assertThat(catchThrowable(pool::getConnection)).isNotNull();
      tellNumbers();
      kept.close();
      return leak(pool);
    }
  }

  private static void useOnce(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET @used = 1");
    }
  }

  private int leak(HikariDataSource pool) throws Exception {
    assertThat(pool.getConnection()).isNotNull();
    for (int i = 0; i < 1_000 && leaked().isEmpty(); i++) {
      System.gc();
      tellNumbers();
    }
    return leaked().size();
  }

  private List<RecordedEvent> leaked() {
    return woven.events().endsOf(PoolEvents.CONNECTION).stream()
        .filter(end -> end.metadata().containsKey(PoolEvents.ABANDONED))
        .collect(Collectors.toList());
  }

  /** The agent does so each second. */
  private void tellNumbers() throws InterruptedException {
    if (Woven.agentRuns()) {
      Thread.sleep(1_100);
    } else {
      ((JdbcModule) module()).pull(new Taken());
    }
  }

  private List<RecordedEvent> abandoned() {
    return woven.events().endsOf(span()).stream()
        .filter(end -> end.metadata().containsKey(JdbcEvents.ABANDONED))
        .collect(Collectors.toList());
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
