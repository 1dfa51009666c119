package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {
  static List<SqlStatements.Case> statements() {
    return SqlStatements.all();
  }

  @ParameterizedTest
  @MethodSource("statements")
  void read_findsOperationAndTable(SqlStatements.Case statement) {
    SqlSummary summary = SqlReader.read(statement.sql());

    assertThat(summary.operation()).isEqualTo(statement.operation());
    assertThat(summary.table()).isEqualTo(statement.table());
  }

  @ParameterizedTest
  @MethodSource("statements")
  void read_ignoresBlanksAround(SqlStatements.Case statement) {
    SqlSummary summary = SqlReader.read("\n\t " + statement.sql() + "\n ");

    assertThat(summary.operation()).isEqualTo(statement.operation());
    assertThat(summary.table()).isEqualTo(statement.table());
  }

  @Test
  void read_stopsAtTheCap() {
    String within = " ".repeat(SqlText.CAP - 20) + "SELECT * FROM users";
    String beyond = " ".repeat(SqlText.CAP - 10) + "SELECT * FROM users";

    assertThat(SqlReader.read(within + "," + "x".repeat(100_000)).table()).isEqualTo("users");
    assertThat(SqlReader.read(beyond).operation()).isEqualTo("SELECT");
    assertThat(SqlReader.read(beyond).table()).isNull();
  }

  @Test
  void read_cutsNoNameAtTheCap() {
    String sql = "SELECT * FROM" + " ".repeat(SqlText.CAP - 16) + "users";

    assertThat(SqlReader.read(sql).table()).isNull();
  }

  @Test
  void read_refusesNamesThatNoDatabaseHas() {
    assertThat(SqlReader.read("SELECT * FROM " + "x".repeat(256)).table()).isNull();
    assertThat(SqlReader.read("SELECT * FROM " + "a.".repeat(200) + "b").table()).isNull();
    assertThat(SqlReader.read("SELECT * FROM " + "x".repeat(255)).table()).hasSize(255);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT (",
        "SELECT a#b ",
        "SELECT 'a''",
        "SELECT [a",
        "SELECT $a$b ",
        "SELECT q'[a",
        "SELECT /* /",
        "SELECT a -- b",
        "SELECT a -",
        "SELECT * FROM a,",
        "WITH a AS (SELECT 1), ",
        "DELETE a.",
        "EXPLAIN ",
        "INSERT TOP (",
        "SELECT 1 FROM (",
        "\\\\\\",
        "$1$2",
        "SELECT x FROM f(",
        "SELECT \"\"",
        "x",
      })
  void read_takesTimeLinearInTheText(String piece) {
    assertThat(steps(piece, 2_000)).isLessThan(24 * 2_000);
    assertThat(steps(piece, 20_000)).isLessThan(24 * 20_000);
  }

  private static int steps(String piece, int length) {
    String text = "SELECT 1 " + piece.repeat(length / piece.length());
    CountingText counting = new CountingText(text);
    SqlReader.read(counting);
    return counting.steps();
  }
}
