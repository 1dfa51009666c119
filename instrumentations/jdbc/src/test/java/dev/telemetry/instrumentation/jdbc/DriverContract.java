package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.Libraries;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.SpanContract;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of operations, whichever driver executes them, in whichever version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DriverContract extends SpanContract {
  private static final Libraries DRIVERS = new Libraries(DriverContract.class, "jdbc");
  private static final JdbcModule MODULE = new JdbcModule();
  private static final int ROWS = 1_000;

  private final String library;
  private final String driverName;
  private final String system;
  private Driver driver;
  private Connection connection;

  /**
   * For subclasses.
   *
   * @param library the folder of the driver
   * @param driver its class
   * @param system what its database is called
   */
  DriverContract(String library, String driver, String system) {
    this.library = library;
    this.driverName = driver;
    this.system = system;
  }

  /** Returns where the database is. */
  abstract String url();

  /** Returns with which user and password. */
  abstract Properties properties();

  @Override
  protected InstrumentationModule module() {
    return MODULE;
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

  private int firstOf(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  @BeforeEach
  void makeTable() throws Exception {
    driver = (Driver) DRIVERS.of(library).loadClass(driverName).getConstructor().newInstance();
    connection = connect();
    execute("CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR(9))");
    woven.events().clear();
  }

  @AfterEach
  void dropTable() throws SQLException {
    if (connection != null) { // else its server is left out
      connection.close();
      connection = connect();
      execute("DROP TABLE users");
      connection.close();
    }
  }

  private Connection connect() throws SQLException {
    return Objects.requireNonNull(driver.connect(url(), properties()));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void statements_areOneOperationEach() throws SQLException {
    execute("INSERT INTO users VALUES (1, 'ann')");
    try (Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE users SET name = 'bob'")).isEqualTo(1);
      statement.executeQuery("SELECT * FROM users").close();
    }

    assertThat(operations()).containsExactly("INSERT users", "UPDATE users", "SELECT users");
  }

  @Test
  void preparedStatements_areOneOperationEach() throws SQLException {
    insert(1);
    for (int i = 0; i < 10; i++) {
      assertThat(namesBelow(9)).isEqualTo(1);
    }

    assertThat(operations().subList(0, 1)).containsExactly("INSERT users");
    assertThat(operations().subList(1, 11)).containsOnly("SELECT users");
    assertThat(ends()).hasSize(11).allSatisfy(end -> assertRows(end, 1));
  }

  private void insert(int id) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO users VALUES (?, ?)")) {
      insert.setInt(1, id);
      insert.setString(2, "n" + id);
      assertThat(insert.executeUpdate()).isEqualTo(1);
    }
  }

  private int namesBelow(int id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT name FROM users WHERE id < ?")) {
      select.setInt(1, id);
      return read(select.executeQuery());
    }
  }

  private static int read(ResultSet rows) throws SQLException {
    int count = 0;
    while (rows.next()) {
      assertThat(rows.getString(1)).isNotNull();
      count++;
    }
    rows.close();
    return count;
  }

  @Test
  void storedCall_isOneOperation() throws SQLException {
    try (CallableStatement call = connection.prepareCall(call())) {
      call.execute();
    }

    assertThat(operations()).hasSize(1).first().asString().startsWith("CALL ");
  }

  /** Returns the call of something that every such database has. */
  String call() {
    return "{call abs(-1)}";
  }

  @Test
  void batches_areOneOperationEach() throws SQLException {
    insertMany(5);
    try (Statement statement = connection.createStatement()) {
      statement.addBatch("UPDATE users SET name = 'a' WHERE id = 1");
      statement.addBatch("UPDATE users SET name = 'b' WHERE id = 2");
      assertThat(statement.executeBatch()).containsExactly(1, 1);
    }

    assertThat(operations()).containsExactly("BATCH INSERT users", "BATCH UPDATE users");
  }

  private void insertMany(int count) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO users VALUES (?, 'x')")) {
      for (int id = 1; id <= count; id++) {
        insert.setInt(1, id);
        insert.addBatch();
      }
      assertThat(insert.executeBatch()).hasSize(count);
    }
  }

  @Test
  void generatedKeys_belongToTheirOperation() throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO users VALUES (1, 'ann')", Statement.RETURN_GENERATED_KEYS)) {
      insert.executeUpdate();
      insert.getGeneratedKeys().close();
    }

    assertThat(operations()).containsExactly("INSERT users");
    assertRows(ends().get(0), 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void rows_areCountedExactly(int fetchSize) throws SQLException {
    insertMany(ROWS);
    connection.setAutoCommit(false);
    woven.events().clear();
    try (Statement statement =
        connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY)) {
      statement.setFetchSize(fetchSize);
      assertThat(read(statement.executeQuery("SELECT name FROM users"))).isEqualTo(ROWS);
    }

    assertThat(operations()).containsExactly("SELECT users");
    assertRows(ends().get(0), ROWS);
  }

  @Test
  void closedConnection_endsWhatIsReadOverIt() throws SQLException {
    insertMany(3);
    woven.events().clear();
    assertThat(connection.createStatement().executeQuery("SELECT id FROM users").next()).isTrue();
    assertThat(woven.events().endsOf(span())).isEmpty();
    connection.close();

    assertThat(operations()).containsExactly("SELECT users");
    assertRows(ends().get(0), 1);
  }

  @Test
  void failure_isAnExceptionWithItsSqlState() {
    assertThatThrownBy(() -> execute("SELECT * FROM nowhere")).isInstanceOf(SQLException.class);

    assertThat(operations()).containsExactly("SELECT nowhere");
    assertThat(ends().get(0).name()).isEqualTo(span() + ".exception");
    assertThat(ends().get(0).metadata().get("db.response.status_code")).asString().startsWith("42");
  }

  @Test
  void commitAndRollback_areOperations() throws SQLException {
    connection.setAutoCommit(false); // for which some drivers execute something
    woven.events().clear();
    insert(1);
    connection.commit();
    insert(2);
    connection.rollback();

    assertThat(operations())
        .containsExactly("INSERT users", "COMMIT null", "INSERT users", "ROLLBACK null");
  }

  @Test
  void validation_isNoOperation() throws SQLException {
    assertThat(connection.isValid(5)).isTrue();

    assertThat(woven.events().endsOf(span())).isEmpty();
  }

  @Test
  void manyThreads_areCountedExactly() throws Exception {
    int threads = 4;
    int each = 100;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (Future<?> one :
          executor.invokeAll(Collections.nCopies(threads, () -> selectMany(each)))) {
        one.get();
      }
    } finally {
      executor.shutdownNow();
    }

    assertThat(operations().stream().filter("SELECT users"::equals)).hasSize(threads * each);
  }

  private int selectMany(int count) throws SQLException {
    try (Connection own = connect();
        Statement statement = own.createStatement()) {
      int rows = 0;
      for (int i = 0; i < count; i++) {
        rows += read(statement.executeQuery("SELECT name FROM users"));
      }
      return rows;
    }
  }

  private List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (RecordedEvent end : ends()) {
      assertThat(end.metadata()).containsEntry("db.system.name", system);
      operations.add(
          end.metadata().get("db.operation.name") + " " + end.metadata().get("db.collection.name"));
    }
    return operations;
  }

  private List<RecordedEvent> ends() {
    List<RecordedEvent> ends = woven.events().endsOf(span());
    assertThat(woven.events().named(span() + ".start")).hasSameSizeAs(ends);
    return ends;
  }

  private static void assertRows(RecordedEvent end, long rows) {
    assertThat(end.measurements()).containsEntry(JdbcEvents.ROWS, rows);
  }
}
