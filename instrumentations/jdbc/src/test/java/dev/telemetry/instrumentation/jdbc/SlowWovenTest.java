package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operations that took too long; here any time is. */
class SlowWovenTest {
  private static final JdbcModule MODULE = new JdbcModule();

  @RegisterExtension static final Woven woven = new Woven(MODULE);

  private final Connection connection;

  SlowWovenTest() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
  }

  @BeforeEach
  void slowIsAnything() {
    slow("0");
  }

  @AfterEach
  void close() throws SQLException {
    MODULE.configure(InstrumentationSettings.none());
    connection.close();
  }

  private static void slow(String nanos) {
    MODULE.configure(InstrumentationSettings.none().with("slow", nanos));
    woven.events().clear();
  }

  @Test
  void slowStatement_isToldWithItsTextAndNoLiteral() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 'hush', 42 FROM dual").close();
    }

    assertThat(theOnly().metadata())
        .containsEntry("db.query.text", "SELECT ?, ? FROM dual")
        .containsEntry("db.operation.name", "SELECT")
        .containsEntry("db.collection.name", "dual");
    assertThat(theOnly().measurements()).containsKeys("query", "decode", "total", "rows");
  }

  @Test
  void slowPreparedStatement_isToldWithItsText() throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement("SELECT 'hush' FROM dual")) {
      prepared.executeQuery().close();
    }

    assertThat(theOnly().metadata()).containsEntry("db.query.text", "SELECT ? FROM dual");
  }

  @Test
  void nothingIsSlow_unlessAskedFor() throws SQLException {
    MODULE.configure(InstrumentationSettings.none());
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 1").close();
    }
    slow("" + Long.MAX_VALUE / 2);
    try (Statement statement = connection.createStatement()) {
      statement.executeQuery("SELECT 1").close();
    }

    assertThat(slow()).isEmpty();
  }

  private static List<RecordedEvent> slow() {
    return woven.events().named("db.client.operation.slow");
  }

  private static RecordedEvent theOnly() {
    assertThat(slow()).hasSize(1);
    return slow().get(0);
  }
}
