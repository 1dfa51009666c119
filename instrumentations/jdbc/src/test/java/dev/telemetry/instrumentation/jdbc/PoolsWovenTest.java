package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How pools are called, and what is told of those that are closed. */
class PoolsWovenTest {
  private static final String STOP = "db.client.connection.stop";
  private static final String NAME = "db.client.connection.pool.name";
  private static final String URL = "jdbc:h2:mem:";
  private static final JdbcModule MODULE = new JdbcModule();

  @RegisterExtension static final Woven woven = new Woven(MODULE);

  private static HikariDataSource hikari(String name) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(URL);
    pool.setPoolName(name);
    pool.setMaximumPoolSize(1);
    return pool;
  }

  private static DataSourceProxy tomcat() {
    DataSourceProxy pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setUrl(URL);
    pool.setDriverClassName("org.h2.Driver");
    pool.setInitialSize(1);
    pool.setMaxActive(1);
    return pool;
  }

  @BeforeEach
  void forget() {
    MODULE.pull(new Taken()); // what is gone is told to be empty now, not in the next test
    woven.events().clear();
  }

  private static void use(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      assertThat(connection.isClosed()).isFalse();
    }
  }

  @Test
  void poolsOfOneName_stayApart() throws SQLException {
    try (HikariDataSource one = hikari("twin");
        HikariDataSource two = hikari("twin")) {
      use(one);
      use(two);
      use(one);
    }
    try (HikariDataSource later = hikari("twin")) {
      use(later);
    }

    assertThat(woven.events().named(STOP))
        .extracting(stop -> stop.metadata().get(NAME))
        .containsExactly("twin", "twin-2", "twin", "twin");
  }

  @Test
  void closedPool_hasNoConnections() throws SQLException {
    try (HikariDataSource pool = hikari("closing")) {
      use(pool);
      MODULE.pull(new Taken());
    }
    MODULE.pull(new Taken());
    MODULE.pull(new Taken());

    assertThat(idle("closing")).containsExactly(1L, 0L);
    assertThat(max("closing")).containsExactly(1L, 0L);
  }

  @Test
  void poolOpenedAgain_tellsItsNumbersAgain() throws SQLException {
    DataSourceProxy pool = tomcat();
    use((DataSource) pool);
    String name = nameOfFirst();
    pool.close(true);
    MODULE.pull(new Taken());
    woven.events().clear();
    use((DataSource) pool);
    MODULE.pull(new Taken());

    assertThat(nameOfFirst()).isEqualTo(name);
    assertThat(idle(name)).containsExactly(1L);
    assertThat(max(name)).containsExactly(1L);
    pool.close(true);
  }

  private static List<Long> idle(String pool) {
    return told(pool, "connections").stream()
        .filter(event -> "idle".equals(event.metadata().get("db.client.connection.state")))
        .map(event -> number(event, "connections"))
        .collect(Collectors.toList());
  }

  private static List<Long> max(String pool) {
    return told(pool, "max").stream()
        .map(event -> number(event, "max"))
        .collect(Collectors.toList());
  }

  private static List<RecordedEvent> told(String pool, String measurement) {
    return woven.events().all().stream()
        .filter(event -> event.measurements().containsKey(measurement))
        .filter(event -> pool.equals(event.metadata().get(NAME)))
        .collect(Collectors.toList());
  }

  private static String nameOfFirst() {
    return (String) Objects.requireNonNull(woven.events().named(STOP).get(0).metadata().get(NAME));
  }

  private static long number(RecordedEvent event, String name) {
    return Objects.requireNonNull(event.measurements().get(name)).longValue();
  }
}
