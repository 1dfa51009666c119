package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.Subscriber;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The hooks without weaving, as an advice calls them. */
class HooksTest {
  private static final String SQL = "SELECT * FROM users";
  private static final String[] TAGS = JdbcEvents.metrics().get(0).tags().toArray(new String[0]);

  private final Bus bus = new Bus();
  private final List<String> events = new ArrayList<>();
  private final Operations operations = new Measuring(bus).operations();
  private final StatementSql sql = new StatementSql(operations.statements(), () -> false);
  private final ExecuteHook execute = new ExecuteHook(operations, sql, false);
  private final ExecuteHook executeBatch = new ExecuteHook(operations, sql, true);
  private final PrepareHook prepare = new PrepareHook(operations, sql);
  private final BatchHook batch = new BatchHook(operations, sql);
  private final ResultHook next = new ResultHook.Next(operations);
  private final ResultHook close = new ResultHook.Close(operations);
  private final Statement statement = Fake.of(Statement.class, "close", Object::new);
  private final Statement inner = Fake.of(Statement.class, "close", Object::new);

  private class Recording implements Subscriber {
    @Override
    public void single(Facts facts) {
      throw new AssertionError("a span has no single events");
    }

    @Override
    public void started(long nanos, Facts facts) {
      events.add("start " + facts.get("db.operation.name") + " " + facts.get("db.collection.name"));
    }

    @Override
    public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
      events.add((error == null ? "stop " : "exception ") + facts.measurement("rows"));
    }
  }

  private void listen(Subscriber subscriber) {
    bus.subscribe(name -> subscriber);
  }

  @Test
  void enter_doesNothingWhereNobodyListens() {
    assertThat(execute.enter(statement, SQL, null)).isNull();
    assertThat(prepare.enter(null, SQL, null)).isNull();
    batch.enter(statement, SQL, null);
    listen(new Recording());

    assertThat(executeBatch.enter(statement, null, null)).isNotNull();
    assertThat(events).containsExactly("start BATCH null");
  }

  @Test
  void enter_leavesAloneWhatIsNoStatement() {
    listen(new Recording());

    assertThat(execute.enter(null, SQL, null)).isNull();
    assertThat(execute.enter("no statement", SQL, null)).isNull();
    assertThat(batch.enter("no statement", SQL, null)).isNull();
    assertThat(events).isEmpty();
  }

  @Test
  void enter_isOneOperationThroughProxies() {
    listen(new Recording());
    Object token = execute.enter(statement, SQL, null);

    assertThat(token).isNotNull();
    assertThat(execute.enter(inner, SQL, null)).isNull();
    assertThat(execute.enter(inner, SQL, null)).isNull();
    end(execute, token, null);
    assertThat(events).containsExactly("start SELECT users", "stop NaN");
  }

  @Test
  void enter_isOneOperationForEachOneAfterAnother() {
    listen(new Recording());
    for (int i = 0; i < 3; i++) {
      end(execute, execute.enter(statement, SQL, null), 7);
    }

    assertThat(events)
        .containsExactly(
            "start SELECT users", "stop 7.0",
            "start SELECT users", "stop 7.0",
            "start SELECT users", "stop 7.0");
  }

  @Test
  void exit_countsTheRowsOfABatchWhereAllAreKnown() {
    listen(new Recording());
    end(executeBatch, executeBatch.enter(statement, null, null), new int[] {1, 2, 3});
    end(executeBatch, executeBatch.enter(statement, null, null), new long[] {1L << 40, 1});
    end(executeBatch, executeBatch.enter(statement, null, null), new int[] {1, -2});
    end(executeBatch, executeBatch.enter(statement, null, null), new long[] {-3});

    assertThat(events)
        .filteredOn(event -> event.startsWith("stop"))
        .containsExactly("stop 6.0", "stop 1.099511627777E12", "stop NaN", "stop NaN");
  }

  @Test
  void enter_knowsWhatWasPrepared() {
    listen(new Recording());
    Object token = prepare.enter(null, "DELETE FROM orders", null);
    assertThat(token).isNotNull();
    prepare.exit(token, statement, null);
    prepare.exit(token, null, new SQLException());
    end(execute, execute.enter(statement, null, null), 1L);
    end(execute, execute.enter(inner, null, null), false);

    assertThat(events)
        .containsExactly("start DELETE orders", "stop 1.0", "start null null", "stop NaN");
  }

  @Test
  void enter_seesBehindAWrapperWhatWasPrepared() {
    listen(new Recording());
    prepare.exit(SQL, inner, null);
    Operation token = (Operation) execute.enter(statement, null, null);
    execute.enter(inner, null, null);
    execute.enter(statement, "DELETE FROM orders", null);

    assertThat(token).isNotNull();
    assertThat(token.get("db.operation.name")).isEqualTo("SELECT");
    assertThat(token.get("db.collection.name")).isEqualTo("users");
  }

  @Test
  void enter_seesBehindAWrapperWhichDriverItIs() throws SQLException {
    listen(new Recording());
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement driver = connection.createStatement()) {
      Operation token = (Operation) execute.enter(statement, SQL, null);
      execute.enter(driver, SQL, null);

      assertThat(token).isNotNull();
      assertThat(token.get("db.system.name")).isEqualTo("h2database");
    }
  }

  @Test
  void enter_forgetsABatchThatAProxyHasExecuted() {
    listen(new Recording());
    batch.enter(statement, SQL, null);
    batch.enter(inner, SQL, null);
    Object token = executeBatch.enter(statement, null, null);
    executeBatch.enter(inner, null, null);
    end(executeBatch, token, null);
    end(executeBatch, executeBatch.enter(inner, null, null), null);

    assertThat(events)
        .containsExactly("start BATCH SELECT users", "stop NaN", "start BATCH null", "stop NaN");
  }

  @Test
  void enter_measuresNoSqlOfAHandlerOfItsOwnEvents() {
    List<@Nullable Object> tokens = new ArrayList<>();
    listen(
        new Recording() {
          @Override
          public void started(long nanos, Facts facts) {
            tokens.add(execute.enter(inner, "INSERT INTO log VALUES (1)", null));
          }

          @Override
          public void ended(long start, long end, Facts facts, @Nullable Throwable error) {
            tokens.add(execute.enter(inner, "INSERT INTO log VALUES (1)", null));
          }
        });
    end(execute, execute.enter(statement, SQL, null), null);

    assertThat(tokens).containsExactly(null, null);
  }

  @Test
  void operation_isNotStuckBehindASubscriberThatFails() {
    listen(new Failing());
    attempt();
    attempt();

    assertThat(events).containsExactly("start", "start");
  }

  private final class Failing extends Recording {
    @Override
    public void started(long nanos, Facts facts) {
      events.add("start");
      throw new StackOverflowError();
    }

    @Override
    public void ended(long start, long end, Facts facts, @Nullable Throwable error) {
      throw new StackOverflowError();
    }
  }

  /** The bus may contain such failures; an advice does in any case. */
  private void attempt() {
    try {
      end(execute, execute.enter(statement, SQL, null), null);
    } catch (StackOverflowError contained) {
      assertThat(contained).isNotNull();
    }
  }

  @Test
  void operation_isNotStuckBehindAStackOverflow() {
    listen(new Recording());
    for (int i = 0; i < 20; i++) {
      dive();
      assertThat(operations.current()).isNull();
    }
  }

  @SuppressWarnings("InfiniteRecursion") // what it is for
  private void dive() {
    try {
      end(execute, execute.enter(statement, SQL, null), null);
      dive();
    } catch (StackOverflowError bottom) {
      events.clear();
    }
  }

  @Test
  void operation_allocatesOneObject() {
    Counting counting = new Counting();
    listen(counting);
    run(20_000);
    long before = allocated();
    run(20_000);
    long bytes = (allocated() - before) / 20_000;

    assertThat(counting.seen).isEqualTo(40_000 * 3);
    assertThat(bytes).isLessThanOrEqualTo(64);
  }

  @Test
  void reading_allocatesLittleAndNothingForARow() {
    listen(new Counting());
    read(20_000, 1);
    long few = bytes(() -> read(20_000, 1));
    long many = bytes(() -> read(20_000, 50));

    assertThat(few).isLessThanOrEqualTo(200);
    assertThat(many - few).isLessThanOrEqualTo(8);
  }

  private static long bytes(Runnable rounds) {
    long before = allocated();
    rounds.run();
    return (allocated() - before) / 20_000;
  }

  private void read(int times, int rows) {
    ResultSet result = Fake.of(ResultSet.class, "close", Object::new);
    for (int i = 0; i < times; i++) {
      end(execute, execute.enter(statement, SQL, null), result);
      for (int row = 0; row < rows; row++) {
        move(next, result, true);
      }
      move(close, result, null);
    }
  }

  private static void move(ResultHook hook, ResultSet result, @Nullable Object answer) {
    Object token = hook.enter(result, null, null);
    if (token != null) {
      hook.exit(token, answer, null);
    }
  }

  @Test
  void results_areOneOperationAllTogether() {
    listen(new Recording());
    StatementHook more = new StatementHook.More(operations);
    end(execute, execute.enter(statement, "CALL many()", null), true);
    for (boolean found : new boolean[] {true, true, false, true, false}) {
      readTwo();
      ask(more, found);
      ask(new StatementHook.UpdateCount(operations), found ? -1 : 5);
    }
    assertThat(events).containsExactly("start CALL null");
    ask(new StatementHook.UpdateCount(operations), -1);

    assertThat(events).containsExactly("start CALL null", "stop 10.0");
  }

  private void readTwo() {
    ResultSet result = Fake.of(ResultSet.class, "close", Object::new);
    ask(new StatementHook.Result(operations), result);
    move(next, result, true);
    move(next, result, true);
    move(next, result, false);
    move(close, result, null);
  }

  private void ask(StatementHook hook, Object answer) {
    Object token = hook.enter(statement, null, null);
    assertThat(token).isNotNull();
    hook.exit(token, answer, null);
  }

  @Test
  void operation_isEndedOnceByManyThreads() throws InterruptedException {
    AtomicInteger stops = new AtomicInteger();
    listen(
        new Counting() {
          @Override
          public void ended(long start, long end, Facts facts, @Nullable Throwable error) {
            stops.incrementAndGet();
          }
        });
    ResultSet result = Fake.of(ResultSet.class, "close", Object::new);
    for (int i = 0; i < 500; i++) {
      end(execute, execute.enter(statement, SQL, null), result);
      Thread other = new Thread(() -> move(next, result, false));
      other.start();
      StatementHook closing = new StatementHook.Close(operations);
      Object token = closing.enter(statement, null, null);
      if (token != null) {
        closing.exit(token, null, null);
      }
      other.join();
    }

    assertThat(stops).hasValue(500);
  }

  /** Reads the tags of the default metrics and keeps nothing. */
  private static class Counting implements Subscriber {
    private int seen;

    @Override
    public void single(Facts facts) {}

    @Override
    public void started(long nanos, Facts facts) {}

    @Override
    public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
      for (String tag : TAGS) {
        seen += facts.get(tag) == null ? 0 : 1;
      }
    }
  }

  private void run(int times) {
    for (int i = 0; i < times; i++) {
      Object token = execute.enter(statement, SQL, null);
      execute.enter(inner, SQL, null);
      end(execute, token, false);
    }
  }

  private static void end(ExecuteHook hook, @Nullable Object token, @Nullable Object result) {
    if (token != null) {
      hook.exit(token, result, null);
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
