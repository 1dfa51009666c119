package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.InstrumentationContext;
import dev.telemetry.instrumentation.InstrumentationModule;
import dev.telemetry.instrumentation.InstrumentationSettings;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Weaves every method of JDBC that executes, prepares or collects SQL, whoever implements it: the
 * driver, a pool or a wrapper.
 */
public final class JdbcModule implements InstrumentationModule, PulledValues {
  private static final String STATEMENT = "java.sql.Statement";
  private static final String CONNECTION = "java.sql.Connection";

  private static final String SQL = "(Ljava/lang/String;";
  private static final String[] KEYS = {"", "I", "[I", "[Ljava/lang/String;"};
  private static final String[] RESULT_SETS = {"II", "III"};
  private static final String RESULT_SET = ")Ljava/sql/ResultSet;";

  private volatile @Nullable Measuring measuring;
  private volatile InstrumentationSettings settings = InstrumentationSettings.none();

  /** For {@link java.util.ServiceLoader}. */
  public JdbcModule() {}

  @Override
  public String name() {
    return "jdbc";
  }

  /** Nothing is woven otherwise: what ends from now on is slow or not by the new settings. */
  @Override
  public @Nullable Predicate<String> configure(InstrumentationSettings now) {
    settings = now;
    Measuring woven = measuring;
    if (woven != null) {
      woven.slow().configure(now);
    }
    return null;
  }

  /** Tells the numbers of pools, and ends what nobody can read or give back any more. */
  @Override
  public void pull(Sink sink) {
    Measuring woven = measuring;
    if (woven != null) {
      woven.tick();
    }
  }

  @Override
  public List<EventDefinition> events() {
    return JdbcEvents.events();
  }

  @Override
  public List<MetricDefinition> metrics() {
    return JdbcEvents.metrics();
  }

  @Override
  public List<WeavePoint> weavePoints(InstrumentationContext context) {
    Measuring measuring = new Measuring(context.bus());
    measuring.slow().configure(settings);
    this.measuring = measuring;
    Operations operations = measuring.operations();
    StatementSql sql = new StatementSql(operations.statements(), measuring.slow()::wanted);
    ExecuteHook execute = new ExecuteHook(operations, sql, false);
    List<WeavePoint> points = new ArrayList<>();
    addPrepare(points, Shape.AROUND_FIRST.calling(new PrepareHook(operations, sql)));
    addExecute(points, Shape.AROUND_FIRST.calling(execute));
    addExecutePrepared(points, Shape.AROUND.calling(execute));
    addExecuteBatch(points, Shape.AROUND.calling(new ExecuteHook(operations, sql, true)));
    BatchHook batch = new BatchHook(operations, sql);
    add(points, STATEMENT, "addBatch" + SQL + ")V", Shape.BEFORE_FIRST.calling(batch));
    add(points, STATEMENT, "clearBatch()V", Shape.BEFORE.calling(batch));
    points.addAll(LifePoints.of(measuring));
    return points;
  }

  private static void addPrepare(List<WeavePoint> points, SiteAdvice advice) {
    String statement = ")Ljava/sql/PreparedStatement;";
    for (String keys : KEYS) {
      add(points, CONNECTION, "prepareStatement" + SQL + keys + statement, advice);
    }
    add(points, CONNECTION, "prepareCall" + SQL + ")Ljava/sql/CallableStatement;", advice);
    for (String kind : RESULT_SETS) {
      add(points, CONNECTION, "prepareStatement" + SQL + kind + statement, advice);
      add(points, CONNECTION, "prepareCall" + SQL + kind + ")Ljava/sql/CallableStatement;", advice);
    }
  }

  private static void addExecute(List<WeavePoint> points, SiteAdvice advice) {
    add(points, STATEMENT, "executeQuery" + SQL + RESULT_SET, advice);
    for (String keys : KEYS) {
      add(points, STATEMENT, "execute" + SQL + keys + ")Z", advice);
      add(points, STATEMENT, "executeUpdate" + SQL + keys + ")I", advice);
      add(points, STATEMENT, "executeLargeUpdate" + SQL + keys + ")J", advice);
    }
  }

  /** The class that has them may be no prepared statement itself, as pgjdbc's was until 9.4. */
  private static void addExecutePrepared(List<WeavePoint> points, SiteAdvice advice) {
    add(points, STATEMENT, "execute()Z", advice);
    add(points, STATEMENT, "executeQuery(" + RESULT_SET, advice);
    add(points, STATEMENT, "executeUpdate()I", advice);
    add(points, STATEMENT, "executeLargeUpdate()J", advice);
  }

  private static void addExecuteBatch(List<WeavePoint> points, SiteAdvice advice) {
    add(points, STATEMENT, "executeBatch()[I", advice);
    add(points, STATEMENT, "executeLargeBatch()[J", advice);
  }

  static void add(List<WeavePoint> points, String type, String method, SiteAdvice advice) {
    points.add(WeavePoint.subtypesOf(type, method, advice));
  }
}
