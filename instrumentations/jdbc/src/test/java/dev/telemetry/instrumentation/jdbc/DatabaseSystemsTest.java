package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSystemsTest {
  private final DatabaseSystems systems = new DatabaseSystems();

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://host:5432/shop, postgresql",
    "jdbc:postgresql:shop, postgresql",
    "jdbc:mysql://host/shop?user=mariadb, mysql",
    "jdbc:mariadb:loadbalance://a:3306/shop, mariadb",
    "jdbc:oracle:thin:@host:1521:h2, oracle.db",
    "jdbc:sqlserver://host;databaseName=h2, microsoft.sql_server",
    "jdbc:jtds:sqlserver://host/shop, microsoft.sql_server",
    "jdbc:h2:mem:derby, h2database",
    "jdbc:hsqldb:file:/tmp/x, hsqldb",
    "jdbc:derby:memory:x, derby",
    "jdbc:sqlite:/tmp/x.db, sqlite",
    "jdbc:p6spy:postgresql://host/shop, postgresql",
    "jdbc:unheard:of, other_sql",
    "h2, other_sql",
    "jdbc:, other_sql",
    ", other_sql",
  })
  void byUrl_isTheConventionsName(@Nullable String url, String system) {
    assertThat(DatabaseSystems.byUrl(url)).isEqualTo(system);
  }

  @Test
  void byUrl_survivesALongUrl() {
    assertThat(DatabaseSystems.byUrl("jdbc:" + "x".repeat(100_000))).isEqualTo("other_sql");
  }

  @Test
  void of_tellsADriversStatementByItsClass() throws SQLException {
    Statement closed;
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      closed = statement;
    }

    assertThat(systems.of(closed)).isEqualTo("h2database");
  }

  @Test
  void of_asksAConnectionOnce() {
    AtomicInteger asked = new AtomicInteger();
    DatabaseMetaData metaData =
        Fake.of(
            DatabaseMetaData.class,
            "getURL",
            () -> {
              asked.incrementAndGet();
              return "jdbc:mariadb://host/shop";
            });
    Connection connection = Fake.of(Connection.class, "getMetaData", () -> metaData);

    for (int i = 0; i < 3; i++) {
      Statement statement = Fake.of(Statement.class, "getConnection", () -> connection);
      assertThat(systems.of(statement)).isEqualTo("mariadb");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void of_asksABrokenConnectionOnceAndThrowsNothing() {
    AtomicInteger asked = new AtomicInteger();
    Connection connection =
        Fake.of(
            Connection.class,
            "getMetaData",
            () -> {
              asked.incrementAndGet();
              throw new SQLException("broken");
            });
    Statement statement = Fake.of(Statement.class, "getConnection", () -> connection);

    for (int i = 0; i < 3; i++) {
      assertThat(systems.of(statement)).isEqualTo("other_sql");
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void of_survivesStatementsWithoutConnection() {
    Statement broken =
        Fake.of(
            Statement.class,
            "getConnection",
            () -> {
              throw new SQLException("closed");
            });
    Statement unconnected = Fake.of(Statement.class, "close", Object::new);

    assertThatCode(() -> systems.of(broken)).doesNotThrowAnyException();
    assertThat(systems.of(unconnected)).isEqualTo("other_sql");
  }
}
