package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Through HikariCP, whose proxies are woven as the driver is. */
class JdbcPoolWovenTest {
  private static final String SPAN = "db.client.operation";

  @RegisterExtension static final Woven woven = new Woven(new JdbcModule());

  private final HikariDataSource pool;

  JdbcPoolWovenTest() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:pool");
    config.setMaximumPoolSize(4);
    pool = new HikariDataSource(config);
  }

  @BeforeEach
  void makeTable() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(9))");
    }
    woven.events().clear();
  }

  @AfterEach
  void close() {
    pool.close();
  }

  @Test
  void statement_isOneOperation() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO users VALUES (1, 'ann')");
      statement.executeUpdate("UPDATE users SET name = 'bob'");
      statement.executeQuery("SELECT * FROM users").close();
    }

    assertThat(operations())
        .containsExactly(
            "h2database INSERT users", "h2database UPDATE users", "h2database SELECT users");
  }

  @Test
  void preparedStatement_isOneOperation() throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement insert = connection.prepareStatement("INSERT INTO users VALUES (?, ?)");
        CallableStatement call = connection.prepareCall("CALL abs(-1)")) {
      insert.setInt(1, 1);
      insert.setString(2, "ann");
      assertThat(insert.executeUpdate()).isEqualTo(1);
      call.execute();
    }

    assertThat(operations()).containsExactly("h2database INSERT users", "h2database CALL null");
    assertThat(ends().get(0).measurements()).containsEntry("rows", 1L);
  }

  @Test
  void batch_isOneOperation() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (int i = 0; i < 10; i++) {
        statement.addBatch("INSERT INTO users VALUES (" + i + ", 'x')");
      }
      statement.executeBatch();
    }

    assertThat(operations()).containsExactly("h2database BATCH INSERT users");
  }

  @Test
  void unwrappedStatement_isKnownToo() throws SQLException {
    try (Connection connection = pool.getConnection();
        PreparedStatement proxy = connection.prepareStatement("DELETE FROM users")) {
      proxy.unwrap(org.h2.jdbc.JdbcPreparedStatement.class).executeUpdate();
    }

    assertThat(operations()).containsExactly("h2database DELETE users");
  }

  @Test
  void failure_isOneException() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DROP TABLE nothing"))
          .isInstanceOf(SQLException.class);
    }

    assertThat(operations()).containsExactly("h2database DROP nothing");
    assertThat(ends().get(0).metadata()).containsEntry("db.response.status_code", "42S02");
  }

  @Test
  void reflectiveProxy_isOneOperation() throws SQLException {
    try (Connection connection = reflective(Connection.class, pool.getConnection());
        PreparedStatement delete =
            reflective(PreparedStatement.class, connection.prepareStatement("DELETE FROM users"))) {
      delete.executeUpdate();
    }

    assertThat(operations()).containsExactly("h2database DELETE users");
  }

  @Test
  void rows_areCountedOnceThroughProxies() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM system_range(1, 3)")) {
      while (rows.next()) {
        assertThat(rows.getInt(1)).isPositive();
      }
    }

    assertThat(ends()).hasSize(1);
    assertThat(ends().get(0).measurements()).containsEntry("rows", 3L);
  }

  @Test
  void rows_areCountedBehindProxiesToo() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT * FROM system_range(1, 3)");
      assertThat(rows.next()).isTrue();
      ResultSet driver = rows.unwrap(org.h2.jdbc.JdbcResultSet.class);
      assertThat(driver.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThat(driver.next()).isFalse();
    }

    assertThat(ends()).hasSize(1);
    assertThat(ends().get(0).measurements()).containsEntry("rows", 3L);
  }

  @Test
  void returnedConnection_endsWhatIsReadOverIt() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(
              connection.createStatement().executeQuery("SELECT * FROM system_range(1, 3)").next())
          .isTrue();
      assertThat(woven.events().endsOf(SPAN)).isEmpty();
    }

    assertThat(ends()).hasSize(1);
    assertThat(ends().get(0).measurements()).containsEntry("rows", 1L);
  }

  private static <T> T reflective(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            JdbcPoolWovenTest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void manyThreads_areOneOperationEach() throws Exception {
    int threads = 4;
    int each = 500;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> done = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        done.add(executor.submit(insertAndSelect(i * each, each)));
      }
      for (Future<Void> one : done) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(operations()).hasSize(2 * threads * each);
    assertThat(operations()).containsOnly("h2database INSERT users", "h2database SELECT users");
  }

  private Callable<Void> insertAndSelect(int from, int count) {
    return () -> {
      for (int i = from; i < from + count; i++) {
        try (Connection connection = pool.getConnection();
            PreparedStatement insert =
                connection.prepareStatement("INSERT INTO users VALUES (?, 'x')");
            Statement select = connection.createStatement()) {
          insert.setInt(1, i);
          insert.executeUpdate();
          select.executeQuery("SELECT count(*) FROM users");
        }
      }
      return null;
    };
  }

  private static List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (RecordedEvent end : ends()) {
      Map<String, Object> facts = end.metadata();
      operations.add(
          facts.get("db.system.name")
              + " "
              + facts.get("db.operation.name")
              + " "
              + facts.get("db.collection.name"));
    }
    return operations;
  }

  private static List<RecordedEvent> ends() {
    List<RecordedEvent> ends = woven.events().endsOf(SPAN);
    assertThat(woven.events().named(SPAN + ".start")).hasSameSizeAs(ends);
    return ends;
  }
}
