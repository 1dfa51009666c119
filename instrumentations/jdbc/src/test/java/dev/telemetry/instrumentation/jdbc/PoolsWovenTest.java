package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.apache.tomcat.jdbc.pool.DataSourceProxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pools hand out, and how they are. */
class PoolsWovenTest {
  private static final String CONNECTION = "db.client.connection";
  private static final String OPERATION = "db.client.operation";
  private static final String NAME = "db.client.connection.pool.name";
  private static final String URL = "jdbc:h2:mem:";
  private static final JdbcModule MODULE = new JdbcModule();

  @RegisterExtension static final Woven woven = new Woven(MODULE);

  /** A pool of one connection that waits no longer than a quarter of a second. */
  interface Small extends AutoCloseable {
    DataSource source();

    @Override
    void close() throws SQLException;
  }

  static Stream<Supplier<Small>> pools() {
    return Stream.of(PoolsWovenTest::hikari, PoolsWovenTest::tomcat, PoolsWovenTest::dbcp);
  }

  private static Small hikari() {
    return hikari("small");
  }

  private static Small hikari(String name) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(URL);
    pool.setPoolName(name);
    pool.setMaximumPoolSize(1);
    pool.setConnectionTimeout(250);
    return small(pool, pool::close);
  }

  private static Small tomcat() {
    org.apache.tomcat.jdbc.pool.DataSource pool = new org.apache.tomcat.jdbc.pool.DataSource();
    pool.setUrl(URL);
    pool.setDriverClassName("org.h2.Driver");
    pool.setName("small");
    pool.setInitialSize(1);
    pool.setMaxActive(1);
    pool.setMaxWait(250);
    return small(pool, () -> pool.close(true));
  }

  private static Small dbcp() {
    BasicDataSource pool = new BasicDataSource();
    pool.setUrl(URL);
    pool.setJmxName("small:type=pool");
    pool.setMaxTotal(1);
    pool.setMaxWait(Duration.ofMillis(250));
    return small(pool, pool::close);
  }

  /** Closes a pool. */
  interface Closing {
    void close() throws SQLException;
  }

  private static Small small(DataSource source, Closing closing) {
    return new Small() {
      @Override
      public DataSource source() {
        return source;
      }

      @Override
      public void close() throws SQLException {
        closing.close();
      }
    };
  }

  @BeforeEach
  void forget() {
    MODULE.pull(new Taken()); // what is gone is told to be empty now, not in the next test
    woven.events().clear();
  }

  @ParameterizedTest
  @MethodSource("pools")
  void connection_isOneSpan(Supplier<Small> pools) throws SQLException {
    try (Small pool = pools.get()) {
      use(pool);
      use(pool);
    }

    assertThat(woven.events().named(CONNECTION + ".start")).hasSize(2);
    List<RecordedEvent> stops = woven.events().named(CONNECTION + ".stop");
    assertThat(stops).hasSize(2);
    assertThat(stops)
        .allSatisfy(
            stop -> {
              assertThat(stop.metadata().get(NAME)).asString().startsWith("small");
              assertThat(number(stop, "wait") + number(stop, "use"))
                  .isBetween(1L, number(stop, "duration"));
            });
    assertThat(stops.get(0).measurements()).containsKey("create");
    assertThat(stops.get(1).measurements()).doesNotContainKey("create");
  }

  @ParameterizedTest
  @MethodSource("pools")
  void firstOperation_knowsHowItsConnectionWasWaitedFor(Supplier<Small> pools) throws SQLException {
    try (Small pool = pools.get()) {
      use(pool);
      use(pool);
    }

    List<RecordedEvent> ends = woven.events().endsOf(OPERATION);
    List<RecordedEvent> stops = woven.events().named(CONNECTION + ".stop");
    assertThat(ends).hasSize(4);
    assertThat(ends)
        .allSatisfy(end -> assertThat(end.metadata().get(NAME)).asString().startsWith("small"));
    assertThat(ends.get(0).measurements()).containsKey("queue").doesNotContainKey("idle");
    assertThat(ends.get(1).measurements()).doesNotContainKeys("queue", "idle");
    assertThat(ends.get(2).measurements()).containsKeys("queue", "idle");
    assertThat(ends.get(3).measurements()).doesNotContainKeys("queue", "idle");
    assertThat(number(ends.get(2), "queue")).isEqualTo(number(stops.get(1), "wait"));
    assertThat(number(ends.get(0), "total"))
        .isEqualTo(
            number(ends.get(0), "queue")
                + number(ends.get(0), "query")
                + number(ends.get(0), "decode"));
  }

  /** Two operations, each of one row. */
  private static void use(Small pool) throws SQLException {
    try (Connection connection = pool.source().getConnection();
        PreparedStatement one = connection.prepareStatement("SELECT 1");
        Statement two = connection.createStatement()) {
      read(one.executeQuery());
      read(two.executeQuery("SELECT 2"));
    }
  }

  private static void read(ResultSet rows) throws SQLException {
    try (rows) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.next()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("pools")
  void exhaustedPool_isATimeout(Supplier<Small> pools) throws SQLException {
    try (Small pool = pools.get();
        Connection kept = pool.source().getConnection()) {
      assertThat(kept.isClosed()).isFalse();
      assertThatThrownBy(() -> pool.source().getConnection()).isInstanceOf(SQLException.class);
    }

    List<RecordedEvent> failures = woven.events().named(CONNECTION + ".exception");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).metadata())
        .containsEntry("db.client.connection.timed_out", true)
        .containsKey("error.type");
    assertThat(number(failures.get(0), "wait")).isPositive();
    assertThat(woven.events().named(CONNECTION + ".stop")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("pools")
  void numbers_areToldOfEachPool(Supplier<Small> pools) throws SQLException {
    try (Small pool = pools.get();
        Connection kept = pool.source().getConnection()) {
      MODULE.pull(new Taken());
      assertThat(kept.isClosed()).isFalse();
    }
    String name = name(woven.events().named(CONNECTION + ".stop").get(0));

    assertThat(told(name, "idle", "connections")).containsExactly(0L);
    assertThat(told(name, "used", "connections")).containsExactly(1L);
    assertThat(told(name, null, "max")).containsExactly(1L);
    assertThat(told(name, null, "pending")).containsExactly(0L);
  }

  private static List<Long> told(String pool, @Nullable String state, String measurement) {
    return woven.events().all().stream()
        .filter(event -> event.measurements().containsKey(measurement))
        .filter(event -> pool.equals(event.metadata().get(NAME)))
        .filter(event -> Objects.equals(event.metadata().get("db.client.connection.state"), state))
        .map(event -> number(event, measurement))
        .collect(Collectors.toList());
  }

  @Test
  void poolsOfOneName_stayApart() throws SQLException {
    try (Small one = hikari("twin");
        Small two = hikari("twin")) {
      use(one);
      use(two);
      use(one);
    }
    try (Small later = hikari("twin")) {
      use(later);
    }

    assertThat(woven.events().named(CONNECTION + ".stop"))
        .extracting(stop -> stop.metadata().get(NAME))
        .containsExactly("twin", "twin-2", "twin", "twin");
  }

  @Test
  void closedPool_hasNoConnections() throws SQLException {
    try (Small pool = hikari("closing")) {
      use(pool);
      MODULE.pull(new Taken());
    }
    MODULE.pull(new Taken());
    MODULE.pull(new Taken());

    assertThat(told("closing", "idle", "connections")).containsExactly(1L, 0L);
    assertThat(told("closing", null, "max")).containsExactly(1L, 0L);
  }

  @Test
  void poolOpenedAgain_tellsItsNumbersAgain() throws SQLException {
    try (Small pool = tomcat()) {
      use(pool);
      String name = name(woven.events().named(CONNECTION + ".stop").get(0));
      ((DataSourceProxy) pool.source()).close(true);
      MODULE.pull(new Taken());
      woven.events().clear();
      use(pool);
      MODULE.pull(new Taken());

      assertThat(name(woven.events().named(CONNECTION + ".stop").get(0))).isEqualTo(name);
      assertThat(told(name, "idle", "connections")).containsExactly(1L);
      assertThat(told(name, null, "max")).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @MethodSource("pools")
  void operationBehindAProxy_isCountedOnceWithItsPool(Supplier<Small> pools) throws SQLException {
    try (Small pool = pools.get();
        Connection handedOut = pool.source().getConnection()) {
      Connection driver = PoolKind.valueOf(kind(pool)).physical(handedOut);
      assertThat(driver.getClass().getName()).startsWith("org.h2.");
      try (Statement direct = driver.createStatement();
          Statement proxied = handedOut.createStatement()) {
        read(direct.executeQuery("SELECT 1"));
        read(proxied.executeQuery("SELECT 2"));
      }
    }

    List<RecordedEvent> ends = woven.events().endsOf(OPERATION);
    assertThat(ends).hasSize(2);
    assertThat(ends)
        .extracting(PoolsWovenTest::name)
        .containsOnly(name(woven.events().named(CONNECTION + ".stop").get(0)));
    assertThat(woven.events().named(CONNECTION + ".stop")).hasSize(1);
  }

  private static String kind(Small pool) {
    String source = pool.source().getClass().getName();
    return source.contains("hikari") ? "HIKARI" : source.contains("tomcat") ? "TOMCAT" : "DBCP2";
  }

  private static String name(RecordedEvent event) {
    return (String) Objects.requireNonNull(event.metadata().get(NAME));
  }

  @Test
  void connectionClosedTwice_isOneSpan() throws SQLException {
    try (Small pool = hikari()) {
      Connection closed = pool.source().getConnection();
      closed.close();
      try (Connection next = pool.source().getConnection();
          Statement statement = next.createStatement()) {
        ResultSet rows = statement.executeQuery("SELECT 1");
        closed.close();
        assertThat(woven.events().endsOf(OPERATION)).isEmpty();
        read(rows);
      }
    }

    assertThat(woven.events().named(CONNECTION + ".stop")).hasSize(2);
  }

  @Test
  void forgottenConnection_isTold() throws Exception {
    try (Small pool = hikari()) {
      assertThat(pool.source().getConnection()).isNotNull();
      for (int i = 0; i < 1_000 && woven.events().endsOf(CONNECTION).isEmpty(); i++) {
        System.gc();
        MODULE.pull(new Taken());
      }
    }

    assertThat(woven.events().endsOf(CONNECTION)).hasSize(1);
    assertThat(woven.events().endsOf(CONNECTION).get(0).metadata())
        .containsEntry("db.client.connection.abandoned", true);
  }

  private static long number(RecordedEvent event, String name) {
    return Objects.requireNonNull(event.measurements().get(name)).longValue();
  }
}
