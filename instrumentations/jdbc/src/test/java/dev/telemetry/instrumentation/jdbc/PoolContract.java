package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.testing.Libraries;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.SpanContract;
import dev.telemetry.instrumentation.testing.Woven;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What pools hand out, and how they are, whichever pool it is, in whichever version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PoolContract extends SpanContract {
  private static final long LONGEST_NANOS = 20_000_000_000L;
  private static final Libraries POOLS = new Libraries(PoolContract.class, "jdbc");
  private static final JdbcModule MODULE = new JdbcModule();

  private final String library;
  private final String type;
  private final PoolKind kind;
  private SmallPool pool;
  private SmallPool exhausted;
  private Connection kept;

  /**
   * For subclasses.
   *
   * @param library the folder of the pool
   * @param type the class inside
   */
  PoolContract(String library, String type, PoolKind kind) {
    this.library = library;
    this.type = type;
    this.kind = kind;
  }

  @Override
  protected InstrumentationModule module() {
    return MODULE;
  }

  @Override
  protected String span() {
    return PoolEvents.CONNECTION;
  }

  @Override
  protected Callable<?> succeeding() {
    return () -> use(pool);
  }

  @Override
  protected Callable<?> failing() {
    return () -> exhausted.source().getConnection();
  }

  /** Two operations, each of one row. */
  private static int use(SmallPool pool) throws SQLException {
    try (Connection connection = pool.source().getConnection();
        PreparedStatement one = connection.prepareStatement("SELECT 1");
        Statement two = connection.createStatement()) {
      return read(one.executeQuery()) + read(two.executeQuery("SELECT 2"));
    }
  }

  private static int read(ResultSet rows) throws SQLException {
    try (rows) {
      assertThat(rows.next()).isTrue();
      int value = rows.getInt(1);
      assertThat(rows.next()).isFalse();
      return value;
    }
  }

  @BeforeEach
  void open() throws Exception {
    exhausted = POOLS.of(library).make(SmallPool.class, type);
    kept = exhausted.source().getConnection();
    pool = POOLS.of(library).make(SmallPool.class, type);
    woven.events().clear();
  }

  @AfterEach
  void close() throws Exception {
    kept.close();
    exhausted.close();
    pool.close();
  }

  @Test
  void connection_isOneSpan() throws SQLException {
    use(pool);
    use(pool);

    List<RecordedEvent> stops = stops();
    assertThat(woven.events().named(span() + ".start")).hasSize(2);
    assertThat(stops).hasSize(2).allSatisfy(PoolContract::assertParts);
    assertThat(stops.get(0).measurements()).containsKey("create");
    assertThat(stops.get(1).measurements()).doesNotContainKey("create");
  }

  private static void assertParts(RecordedEvent stop) {
    assertThat(name(stop)).startsWith("small");
    assertThat(number(stop, "wait") + number(stop, "use")).isBetween(1L, number(stop, "duration"));
  }

  @Test
  void firstOperation_knowsHowItsConnectionWasWaitedFor() throws SQLException {
    use(pool);
    use(pool);

    List<RecordedEvent> ends = woven.events().endsOf(JdbcEvents.OPERATION);
    assertThat(ends).hasSize(4).allSatisfy(end -> assertThat(name(end)).startsWith("small"));
    assertThat(ends.get(0).measurements()).containsKey("queue").doesNotContainKey("idle");
    assertThat(ends.get(1).measurements()).doesNotContainKeys("queue", "idle");
    assertThat(ends.get(2).measurements()).containsKeys("queue", "idle");
    assertThat(ends.get(3).measurements()).doesNotContainKeys("queue", "idle");
    assertThat(number(ends.get(2), "queue")).isEqualTo(number(stops().get(1), "wait"));
    assertThat(number(ends.get(0), "total"))
        .isEqualTo(
            number(ends.get(0), "queue")
                + number(ends.get(0), "query")
                + number(ends.get(0), "decode"));
  }

  @Test
  void exhaustedPool_isATimeout() {
    assertThat(catchThrowable(() -> failing().call())).isInstanceOf(SQLException.class);

    List<RecordedEvent> failures = woven.events().named(span() + ".exception");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).metadata())
        .containsEntry("db.client.connection.timed_out", true)
        .containsKey("error.type");
    assertThat(number(failures.get(0), "wait")).isPositive();
    assertThat(stops()).isEmpty();
  }

  @Test
  void numbers_areToldOfEachPool() throws Exception {
    await(() -> woven.events().all().stream().anyMatch(PoolContract::isOfAnOpenPool));
    List<RecordedEvent> told = woven.events().all();
    kept.close();
    String name = name(stops().get(0));

    assertThat(told(told, name, "idle", "connections")).containsOnly(0L);
    assertThat(told(told, name, "used", "connections")).containsOnly(1L);
    assertThat(told(told, name, null, "max")).containsOnly(1L);
    assertThat(told(told, name, null, "pending")).containsOnly(0L);
  }

  private static boolean isOfAnOpenPool(RecordedEvent event) {
    return event.measurements().containsKey("max") && number(event, "max") == 1;
  }

  private static List<Long> told(
      List<RecordedEvent> events, String pool, @Nullable String state, String measurement) {
    return events.stream()
        .filter(event -> event.measurements().containsKey(measurement))
        .filter(event -> pool.equals(event.metadata().get(JdbcEvents.POOL)))
        .filter(event -> Objects.equals(event.metadata().get("db.client.connection.state"), state))
        .map(event -> number(event, measurement))
        .collect(Collectors.toList());
  }

  @Test
  void operationBehindAProxy_isCountedOnceWithItsPool() throws SQLException {
    try (Connection handedOut = pool.source().getConnection()) {
      Connection driver = kind.physical(handedOut);
      assertThat(driver.getClass().getName()).startsWith("org.h2.");
      try (Statement direct = driver.createStatement();
          Statement proxied = handedOut.createStatement()) {
        read(direct.executeQuery("SELECT 1"));
        read(proxied.executeQuery("SELECT 2"));
      }
    }

    assertThat(stops()).hasSize(1);
    assertThat(woven.events().endsOf(JdbcEvents.OPERATION))
        .hasSize(2)
        .extracting(PoolContract::name)
        .containsOnly(name(stops().get(0)));
  }

  @Test
  void connectionClosedTwice_isOneSpan() throws SQLException {
    Connection closed = pool.source().getConnection();
    closed.close();
    try (Connection next = pool.source().getConnection();
        Statement statement = next.createStatement()) {
      ResultSet rows = statement.executeQuery("SELECT 1");
      closed.close();
      assertThat(woven.events().endsOf(JdbcEvents.OPERATION)).isEmpty();
      read(rows);
    }

    assertThat(stops()).hasSize(2);
  }

  @Test
  void forgottenConnection_isTold() throws Exception {
    assertThat(pool.source().getConnection()).isNotNull();
    await(
        () -> {
          System.gc();
          return !stops().isEmpty();
        });

    assertThat(stops().get(0).metadata()).containsEntry("db.client.connection.abandoned", true);
  }

  /** What is told each second is told by the agent, if it runs. */
  private static void await(BooleanSupplier condition) throws InterruptedException {
    long start = System.nanoTime();
    while (!condition.getAsBoolean() && System.nanoTime() - start < LONGEST_NANOS) {
      if (Woven.agentRuns()) {
        Thread.sleep(20);
      } else {
        MODULE.pull(new Taken());
      }
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private List<RecordedEvent> stops() {
    return woven.events().named(span() + ".stop");
  }

  private static String name(RecordedEvent event) {
    return (String) Objects.requireNonNull(event.metadata().get(JdbcEvents.POOL));
  }

  private static long number(RecordedEvent event, String name) {
    return Objects.requireNonNull(event.measurements().get(name)).longValue();
  }
}
