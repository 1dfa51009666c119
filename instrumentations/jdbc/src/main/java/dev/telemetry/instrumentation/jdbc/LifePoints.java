package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Shape;
import dev.telemetry.instrumentation.WeavePoint;
import dev.telemetry.instrumentation.WeavePoint.SiteAdvice;
import java.util.ArrayList;
import java.util.List;

/** Where rows are read, and what bears them is taken, ended and given back. */
final class LifePoints {
  private static final String RESULT = "java.sql.ResultSet";
  private static final String STATEMENT = "java.sql.Statement";
  private static final String CONNECTION = "java.sql.Connection";
  private static final String CLOSE = "close()V";
  private static final String[] MOVES = {
    "previous()Z", "first()Z", "last()Z", "absolute(I)Z", "relative(I)Z"
  };
  private static final String[] ACQUIRES = {
    "getConnection()Ljava/sql/Connection;",
    "getConnection(Ljava/lang/String;Ljava/lang/String;)Ljava/sql/Connection;"
  };

  private final List<WeavePoint> points = new ArrayList<>();
  private final Operations operations;
  private final Checkouts checkouts;

  private LifePoints(Measuring measuring) {
    operations = measuring.operations();
    checkouts = measuring.checkouts();
  }

  static List<WeavePoint> of(Measuring measuring) {
    LifePoints life = new LifePoints(measuring);
    life.addRows();
    life.addStatements();
    life.addConnections(measuring.connections());
    life.addPools();
    return life.points;
  }

  private void addRows() {
    add(RESULT, "next()Z", new ResultHook.Next(operations));
    add(RESULT, CLOSE, new ResultHook.Close(operations));
    add(RESULT, "unwrap(Ljava/lang/Class;)Ljava/lang/Object;", new ResultHook.Unwrap(operations));
    Hook move = new ResultHook(operations);
    for (String method : MOVES) {
      add(RESULT, method, move);
    }
  }

  private void addStatements() {
    Hook more = new StatementHook.More(operations);
    add(STATEMENT, CLOSE, new StatementHook.Close(operations));
    add(STATEMENT, "getMoreResults()Z", more);
    add(STATEMENT, "getMoreResults(I)Z", more);
    add(STATEMENT, "getResultSet()Ljava/sql/ResultSet;", new StatementHook.Result(operations));
    add(STATEMENT, "getUpdateCount()I", new StatementHook.UpdateCount(operations));
  }

  private void addConnections(Connections connections) {
    Hook rollback = new TransactionHook(operations, SqlVerb.ROLLBACK);
    add(CONNECTION, "commit()V", new TransactionHook(operations, SqlVerb.COMMIT));
    add(CONNECTION, "rollback()V", rollback);
    add(CONNECTION, "rollback(Ljava/sql/Savepoint;)V", rollback);
    add(CONNECTION, "isValid(I)Z", new PingHook(operations));
    SiteAdvice release = Shape.BEFORE.calling(new ReleaseHook(checkouts));
    JdbcModule.add(points, CONNECTION, CLOSE, release);
    add(
        "java.sql.Driver",
        "connect(Ljava/lang/String;Ljava/util/Properties;)Ljava/sql/Connection;",
        new ConnectHook(checkouts, connections));
  }

  private void addPools() {
    for (PoolKind kind : PoolKind.values()) {
      Hook acquire = new AcquireHook(checkouts, kind);
      for (String method : ACQUIRES) {
        add(kind.dataSource(), method, acquire);
      }
    }
  }

  private void add(String type, String method, Hook hook) {
    JdbcModule.add(points, type, method, Shape.AROUND.calling(hook));
  }
}
