package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of an operation while its rows are read. */
class JdbcRowsWovenTest {
  private static final String SPAN = "db.client.operation";
  private static final String ROWS = "SELECT x FROM system_range(1, 10)";

  private static final JdbcModule MODULE = new JdbcModule();

  @RegisterExtension static final Woven woven = new Woven(MODULE);

  private Connection connection;

  JdbcRowsWovenTest() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
  }

  @BeforeEach
  void forget() {
    woven.events().clear();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void operation_stopsBehindItsLastRow() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROWS)) {
      for (int i = 0; i < 10; i++) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(ends()).isEmpty();
      assertThat(rows.next()).isFalse();
      assertThat(ends()).hasSize(1);
      assertThat(rows.next()).isFalse();
    }

    assertRows(theOnlyEnd(), 10);
  }

  @Test
  void operation_stopsAtTheCloseOfItsRows() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = read(statement.executeQuery(ROWS), 3);
      assertThat(ends()).isEmpty();
      rows.close();
      assertThat(ends()).hasSize(1);
      rows.close();
    }

    assertRows(theOnlyEnd(), 3);
  }

  @Test
  void operation_stopsAtTheCloseOfItsStatement() throws SQLException {
    Statement statement = connection.createStatement();
    read(statement.executeQuery(ROWS), 4);
    assertThat(ends()).isEmpty();
    statement.close();

    assertRows(theOnlyEnd(), 4);
  }

  @Test
  void operation_stopsWhereItsStatementIsExecutedAgain() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      read(statement.executeQuery(), 1);
      ResultSet again = read(statement.executeQuery(), 2);
      assertRows(theOnlyStop(), 1);
      again.close();
    }

    assertThat(ends()).hasSize(2);
    assertRows(ends().get(1), 2);
    assertThat(woven.events().names())
        .containsExactly(SPAN + ".start", SPAN + ".stop", SPAN + ".start", SPAN + ".stop");
  }

  @Test
  void operation_stopsAtTheCloseOfItsConnection() throws SQLException {
    read(connection.createStatement().executeQuery(ROWS), 5);
    read(connection.createStatement().executeQuery(ROWS), 5);
    connection.close();

    assertThat(ends()).hasSize(2).allSatisfy(end -> assertRows(end, 5));
  }

  @Test
  void operation_stopsWhereNobodyCanReadOn() throws SQLException {
    read(connection.createStatement().executeQuery(ROWS), 6);
    for (int i = 0; i < 1_000 && abandoned().isEmpty(); i++) {
      System.gc();
      MODULE.pull(new Taken());
    }

    assertThat(abandoned()).hasSize(1);
    assertRows(abandoned().get(0), 6);
  }

  private static List<RecordedEvent> abandoned() {
    return ends().stream()
        .filter(end -> end.metadata().containsKey("db.client.operation.abandoned"))
        .collect(Collectors.toList());
  }

  @Test
  void operation_failsWhereItsRowsCanNotBeRead() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LAZY_QUERY_EXECUTION 1");
      woven.events().clear();
      ResultSet rows = statement.executeQuery("SELECT 10 / (3 - x) FROM system_range(1, 9)");
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isTrue();
      assertThatThrownBy(rows::next).isInstanceOf(SQLException.class);
    }

    RecordedEvent end = theOnlyEnd();
    assertThat(end.name()).isEqualTo(SPAN + ".exception");
    assertThat(end.metadata()).containsEntry("db.response.status_code", "22012");
    assertThat(end.measurements()).containsEntry("rows", 2L);
  }

  @Test
  void execute_isMeasuredThroughItsResult() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.execute(ROWS)).isTrue();
      ResultSet rows = read(statement.getResultSet(), 10);
      assertThat(rows.next()).isFalse();
      assertThat(ends()).isEmpty();
      assertThat(statement.getMoreResults()).isFalse();
      assertThat(statement.getUpdateCount()).isEqualTo(-1);
      assertRows(theOnlyEnd(), 10);
    }

    assertThat(ends()).hasSize(1);
  }

  @Test
  void execute_stopsAtTheCloseOfItsStatement() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ROWS);
      read(statement.getResultSet(), 7).close();
    }

    assertRows(theOnlyEnd(), 7);
  }

  @Test
  void commitAndRollback_areOperations() throws SQLException {
    connection.setAutoCommit(false);
    connection.commit();
    connection.rollback();
    connection.rollback(connection.setSavepoint("here"));

    assertThat(ends())
        .extracting(end -> end.metadata().get("db.operation.name"))
        .containsExactly("COMMIT", "ROLLBACK", "ROLLBACK");
    assertThat(ends())
        .allSatisfy(
            end ->
                assertThat(end.metadata())
                    .containsEntry("db.system.name", "h2database")
                    .doesNotContainKey("db.collection.name"));
  }

  @Test
  void decode_isWithoutTheTimeOfTheApplication() throws Exception {
    long begin = System.nanoTime();
    long own = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(ROWS)) {
      while (rows.next()) {
        long before = System.nanoTime();
        Thread.sleep(3);
        own += System.nanoTime() - before;
      }
    }
    long wall = System.nanoTime() - begin;

    assertThat(number(theOnlyEnd(), "total")).isBetween(1L, wall - own);
    assertThat(number(theOnlyEnd(), "decode")).isPositive();
    assertThat(number(theOnlyEnd(), "query")).isEqualTo(number(theOnlyEnd(), "duration"));
  }

  @Test
  void rows_mayBeReadByAnotherThread() throws Exception {
    ExecutorService other = Executors.newSingleThreadExecutor();
    try (Statement statement = connection.createStatement()) {
      ResultSet rows = statement.executeQuery(ROWS);
      other.submit(() -> closeAfter(rows, 8)).get();
      statement.executeUpdate("SET @other = 1");
    } finally {
      other.shutdownNow();
    }

    assertThat(ends()).hasSize(2);
    assertRows(ends().get(0), 8);
  }

  private static @Nullable Void closeAfter(ResultSet rows, int count) throws SQLException {
    read(rows, count).close();
    return null;
  }

  @Test
  void rowsOfAnotherKind_areNoOperation() throws SQLException {
    try (ResultSet tables = connection.getMetaData().getTables(null, null, "%", null)) {
      while (tables.next()) {
        assertThat(tables.getString(1)).isNotNull();
      }
    }

    assertThat(woven.events().all()).isEmpty();
  }

  private static ResultSet read(ResultSet rows, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      assertThat(rows.next()).isTrue();
    }
    return rows;
  }

  private static void assertRows(RecordedEvent end, long rows) {
    assertThat(end.name()).isEqualTo(SPAN + ".stop");
    assertThat(end.measurements()).containsEntry("rows", rows);
    assertThat(number(end, "total")).isEqualTo(number(end, "query") + number(end, "decode"));
  }

  private static long number(RecordedEvent end, String name) {
    return Objects.requireNonNull(end.measurements().get(name)).longValue();
  }

  private static List<RecordedEvent> ends() {
    return woven.events().endsOf(SPAN);
  }

  private static RecordedEvent theOnlyEnd() {
    assertThat(woven.events().named(SPAN + ".start")).hasSize(1);
    return theOnlyStop();
  }

  private static RecordedEvent theOnlyStop() {
    assertThat(ends()).hasSize(1);
    return ends().get(0);
  }
}
