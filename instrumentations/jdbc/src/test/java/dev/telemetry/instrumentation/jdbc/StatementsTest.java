package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Statement;
import org.junit.jupiter.api.Test;

class StatementsTest {
  private static final SqlSummary SELECT = new SqlSummaries(1).of("SELECT 1 FROM users");

  private final Statements statements = new Statements(cursor -> {});

  @Test
  void closed_isRememberedAsTheLastOfItsThread() {
    Statement closed = prepared();
    statements.closed(closed);

    assertThat(statements.find(closed)).isNotNull();
  }

  @Test
  void closed_isForgottenAfterTheNext() {
    Statement closed = prepared();
    statements.closed(closed);
    statements.closed(prepared());

    assertThat(statements.find(closed)).isNull();
  }

  @Test
  void closedTwice_isRemembered() {
    Statement closed = prepared();
    statements.closed(closed);
    statements.closed(closed);

    assertThat(statements.find(closed)).isNotNull();
  }

  @Test
  void preparedAgain_staysWhereOthersAreClosed() {
    Statement cached = prepared();
    statements.closed(cached);
    statements.of(cached).prepared(SELECT, null);
    statements.closed(prepared());

    assertThat(statements.find(cached)).isNotNull();
  }

  @Test
  void neverPrepared_isForgottenAtOnce() {
    Statement plain = Fake.of(Statement.class, "getConnection", () -> null);
    statements.of(plain);
    statements.closed(plain);

    assertThat(statements.find(plain)).isNull();
  }

  @Test
  void closed_isForgottenAsTimeGoesBy() {
    Statement closed = prepared();
    statements.closed(closed);
    statements.age();

    assertThat(statements.find(closed)).isNull();
  }

  @Test
  void prepared_isRememberedAsTimeGoesBy() {
    Statement prepared = prepared();
    statements.age();

    assertThat(statements.find(prepared)).isNotNull();
  }

  private Statement prepared() {
    Statement statement = Fake.of(Statement.class, "getConnection", () -> null);
    statements.of(statement).prepared(SELECT, null);
    return statement;
  }
}
