package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.BatchUpdateException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** H2's own statements, woven. */
class JdbcWovenTest {
  @RegisterExtension static final Woven woven = new Woven(new JdbcModule());

  private Connection connection;

  JdbcWovenTest() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
  }

  @BeforeEach
  void makeTable() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE users (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(9))");
      statement.execute("INSERT INTO users (name) VALUES ('ann'), ('bob')");
    }
    woven.events().clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void executeQuery_emitsStartAndStop() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT * FROM users WHERE name = 'ann'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("name")).isEqualTo("ann");
    }

    assertThat(woven.events().names())
        .containsExactly("db.client.operation.start", "db.client.operation.stop");
    assertThat(theOnlyEnd().metadata())
        .isEqualTo(
            Map.of(
                "db.system.name", "h2database",
                "db.operation.name", "SELECT",
                "db.collection.name", "users"));
    assertThat(theOnlyEnd().measurements().keySet())
        .containsExactlyInAnyOrder(
            "duration", "monotonic_time", "query", "decode", "total", "rows");
  }

  @Test
  void executeUpdate_measuresRowsInAllItsForms() throws SQLException {
    String sql = "UPDATE users SET name = 'x'";
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(2);
      assertThat(statement.executeUpdate(sql, Statement.RETURN_GENERATED_KEYS)).isEqualTo(2);
      assertThat(statement.executeUpdate(sql, new int[] {1})).isEqualTo(2);
      assertThat(statement.executeUpdate(sql, new String[] {"ID"})).isEqualTo(2);
      assertThat(statement.executeLargeUpdate(sql)).isEqualTo(2);
      assertThat(statement.executeLargeUpdate(sql, Statement.NO_GENERATED_KEYS)).isEqualTo(2);
      assertThat(statement.executeLargeUpdate(sql, new int[] {1})).isEqualTo(2);
      assertThat(statement.executeLargeUpdate(sql, new String[] {"ID"})).isEqualTo(2);
    }

    assertThat(ends()).hasSize(8).allSatisfy(end -> assertOperation(end, "UPDATE", "users"));
    assertThat(ends()).allSatisfy(end -> assertThat(end.measurements()).containsEntry("rows", 2L));
  }

  @Test
  void execute_isOneOperationInAllItsForms() throws SQLException {
    String sql = "DELETE FROM users WHERE id = 99";
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute(sql)).isFalse();
      assertThat(statement.execute(sql, Statement.RETURN_GENERATED_KEYS)).isFalse();
      assertThat(statement.execute(sql, new int[] {1})).isFalse();
      assertThat(statement.execute(sql, new String[] {"ID"})).isFalse();
    }

    assertThat(ends()).hasSize(4).allSatisfy(end -> assertOperation(end, "DELETE", "users"));
  }

  @Test
  void prepared_knowsItsSqlHoweverItWasPrepared() throws SQLException {
    String sql = "INSERT INTO users (name) VALUES (?)";
    int scroll = ResultSet.TYPE_SCROLL_INSENSITIVE;
    int readOnly = ResultSet.CONCUR_READ_ONLY;
    insert(connection.prepareStatement(sql));
    insert(connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS));
    insert(connection.prepareStatement(sql, new int[] {1}));
    insert(connection.prepareStatement(sql, new String[] {"ID"}));
    insert(connection.prepareStatement(sql, scroll, readOnly));
    insert(connection.prepareStatement(sql, scroll, readOnly, ResultSet.HOLD_CURSORS_OVER_COMMIT));
    insert(connection.prepareCall(sql));
    insert(connection.prepareCall(sql, scroll, readOnly));
    insert(connection.prepareCall(sql, scroll, readOnly, ResultSet.HOLD_CURSORS_OVER_COMMIT));

    assertThat(ends()).hasSize(9).allSatisfy(end -> assertOperation(end, "INSERT", "users"));
  }

  private static void insert(PreparedStatement insert) throws SQLException {
    try (insert) {
      insert.setString(1, "secret");
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void prepared_isOneOperationForEveryExecution() throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT * FROM users")) {
      for (int i = 0; i < 3; i++) {
        select.executeQuery().close();
        select.execute();
      }
    }
    try (PreparedStatement update = connection.prepareStatement("UPDATE users SET name = NULL")) {
      assertThat(update.executeLargeUpdate()).isEqualTo(2);
    }

    assertThat(ends()).hasSize(7);
    assertThat(ends().subList(0, 6)).allSatisfy(end -> assertOperation(end, "SELECT", "users"));
    assertOperation(ends().get(6), "UPDATE", "users");
  }

  @Test
  void generatedKeys_areStillReturned() throws SQLException {
    String sql = "INSERT INTO users (name) VALUES ('cid')";
    try (PreparedStatement insert =
        connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
      insert.executeUpdate();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        assertThat(keys.next()).isTrue();
        assertThat(keys.getInt(1)).isEqualTo(3);
      }
    }

    assertThat(theOnlyEnd().measurements()).containsEntry("rows", 1L);
  }

  @Test
  void call_hasNoTable() throws SQLException {
    try (CallableStatement call = connection.prepareCall("{call abs(?)}")) {
      call.setInt(1, -1);
      call.execute();
    }

    assertThat(theOnlyEnd().metadata())
        .containsEntry("db.operation.name", "CALL")
        .doesNotContainKey("db.collection.name");
  }

  @Test
  void batch_isOneOperation() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO users (name) VALUES (?)")) {
      for (int i = 0; i < 5; i++) {
        insert.setString(1, "n" + i);
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).hasSize(5);
    }

    assertOperation(theOnlyEnd(), "BATCH INSERT", "users");
    assertThat(theOnlyEnd().measurements()).containsEntry("rows", 5L);
  }

  @Test
  void batchOfStatements_isNamedByWhatIsCommon() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("INSERT INTO users (name) VALUES ('a')");
      statement.addBatch("INSERT INTO users (name) VALUES ('b')");
      statement.executeBatch();
      statement.addBatch("INSERT INTO users (name) VALUES ('c')");
      statement.addBatch("DELETE FROM users");
      statement.executeLargeBatch();
      statement.addBatch("SELECT nothing");
      statement.clearBatch();
      statement.addBatch("UPDATE users SET name = 'd'");
      statement.executeBatch();
    }

    assertThat(ends()).hasSize(3);
    assertOperation(ends().get(0), "BATCH INSERT", "users");
    assertOperation(ends().get(1), "BATCH", "users");
    assertOperation(ends().get(2), "BATCH UPDATE", "users");
  }

  @Test
  void failure_isAnExceptionWithItsSqlState() {
    assertThatThrownBy(
            () -> {
              try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT 'secret' FROM nowhere");
              }
            })
        .isInstanceOf(SQLException.class);

    assertThat(woven.events().names())
        .containsExactly("db.client.operation.start", "db.client.operation.exception");
    assertThat(theOnlyEnd().error()).isInstanceOf(SQLException.class);
    assertThat(theOnlyEnd().metadata())
        .containsEntry("error.type", "org.h2.jdbc.JdbcSQLSyntaxErrorException")
        .containsEntry("db.response.status_code", "42S02")
        .containsEntry("db.operation.name", "SELECT")
        .containsEntry("db.collection.name", "nowhere");
  }

  @Test
  void failingBatch_isOneException() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO users (id) VALUES (?)")) {
      insert.setInt(1, 1);
      insert.addBatch();
      assertThatThrownBy(insert::executeBatch).isInstanceOf(BatchUpdateException.class);
    }

    assertOperation(theOnlyEnd(), "BATCH INSERT", "users");
    assertThat(theOnlyEnd().name()).isEqualTo("db.client.operation.exception");
    assertThat(theOnlyEnd().measurements()).doesNotContainKey("rows");
  }

  @Test
  void closedStatement_isOneException() throws SQLException {
    PreparedStatement select = connection.prepareStatement("SELECT * FROM users");
    select.close();

    assertThatThrownBy(select::executeQuery).isInstanceOf(SQLException.class);
    assertOperation(theOnlyEnd(), "SELECT", "users");
  }

  @Test
  void timeout_isOneException() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET QUERY_TIMEOUT 20");
      woven.events().clear();
      assertThatThrownBy(
              () ->
                  statement.executeQuery(
                      "SELECT count(*) FROM system_range(1, 1000000) a, system_range(1, 1000000) b"
                          + " WHERE a.x * b.x < 0"))
          .isInstanceOf(SQLException.class);
    }

    assertThat(theOnlyEnd().metadata())
        .containsEntry("error.type", "org.h2.jdbc.JdbcSQLTimeoutException");
  }

  @Test
  void afterAFailure_theNextIsMeasured() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("nonsense")).isInstanceOf(SQLException.class);
      statement.execute("SELECT 1");
    }

    assertThat(woven.events().names())
        .containsExactly(
            "db.client.operation.start",
            "db.client.operation.exception",
            "db.client.operation.start",
            "db.client.operation.stop");
  }

  /** Called by H2 as a function: SQL within SQL. */
  public static final class Users {
    private Users() {}

    /** Counts them. */
    public static int count(Connection connection) throws SQLException {
      try (Statement statement = connection.createStatement();
          ResultSet count = statement.executeQuery("SELECT count(*) FROM users")) {
        count.next();
        return count.getInt(1);
      }
    }
  }

  @Test
  void sqlWithinSql_belongsToTheOutermost() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ALIAS count_users FOR '" + Users.class.getName() + ".count'");
      woven.events().clear();
      try (ResultSet count = statement.executeQuery("SELECT count_users() FROM dual")) {
        assertThat(count.next()).isTrue();
        assertThat(count.getInt(1)).isEqualTo(2);
      }
    }

    assertOperation(theOnlyEnd(), "SELECT", "dual");
  }

  @Test
  void nothingOfTheSqlLeaves() throws SQLException {
    try (Statement statement = connection.createStatement();
        PreparedStatement select =
            connection.prepareStatement("SELECT 'secret' FROM users WHERE name = ?")) {
      statement.execute("SELECT 'secret', \"NAME\" FROM users WHERE name = 'secret'");
      select.setString(1, "secret");
      select.executeQuery();
    }

    assertThat(woven.events().all()).hasSize(4);
    assertThat(woven.events().all())
        .allSatisfy(e -> assertThat(e.toString()).doesNotContain("sec"));
  }

  private static void assertOperation(RecordedEvent event, String operation, String table) {
    assertThat(event.metadata())
        .containsEntry("db.system.name", "h2database")
        .containsEntry("db.operation.name", operation)
        .containsEntry("db.collection.name", table);
  }

  private static List<RecordedEvent> ends() {
    List<RecordedEvent> ends = woven.events().endsOf("db.client.operation");
    assertThat(woven.events().named("db.client.operation.start")).hasSameSizeAs(ends);
    return ends;
  }

  private static RecordedEvent theOnlyEnd() {
    assertThat(ends()).hasSize(1);
    return ends().get(0);
  }
}
