package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.hsqldb.jdbcDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A driver of the year 2002: JDBC 3, no generics, no stack maps. */
class OldDriverWovenTest {
  @RegisterExtension static final Woven woven = new Woven(new JdbcModule());

  private final Connection connection;

  OldDriverWovenTest() throws SQLException {
    Properties user = new Properties();
    user.setProperty("user", "sa");
    user.setProperty("password", "");
    connection = new jdbcDriver().connect("jdbc:hsqldb:mem:old", user);
  }

  @BeforeEach
  void makeTable() throws SQLException {
    execute("CREATE TABLE users (id INT PRIMARY KEY, name VARCHAR)");
    woven.events().clear();
  }

  @AfterEach
  void close() throws SQLException {
    execute("SHUTDOWN");
    connection.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void statements_areOneOperationEach() throws SQLException {
    execute("INSERT INTO users VALUES (1, 'ann')");
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE users SET name = ? WHERE id = 1")) {
      update.setString(1, "bob");
      assertThat(update.executeUpdate()).isEqualTo(1);
      update.setString(1, "cid");
      update.addBatch();
      assertThat(update.executeBatch()).containsExactly(1);
    }
    try (Statement select = connection.createStatement()) {
      select.executeQuery("SELECT * FROM users").close();
    }

    assertThat(operations())
        .containsExactly("INSERT users", "UPDATE users", "BATCH UPDATE users", "SELECT users");
  }

  @Test
  void failure_isOneException() {
    assertThatThrownBy(() -> execute("SELECT * FROM nowhere")).isInstanceOf(SQLException.class);

    assertThat(operations()).containsExactly("SELECT nowhere");
    assertThat(woven.events().named("db.client.operation.exception")).hasSize(1);
  }

  private static List<String> operations() {
    List<String> operations = new ArrayList<>();
    for (RecordedEvent end : woven.events().endsOf("db.client.operation")) {
      assertThat(end.metadata()).containsEntry("db.system.name", "hsqldb");
      operations.add(
          end.metadata().get("db.operation.name") + " " + end.metadata().get("db.collection.name"));
    }
    return operations;
  }
}
