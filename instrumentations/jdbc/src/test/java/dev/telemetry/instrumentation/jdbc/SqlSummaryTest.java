package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlSummaryTest {
  private final SqlSummary users = new SqlSummary("INSERT", "users");

  @Test
  void batchOperation_hasBatchBeforeTheOperation() {
    assertThat(users.batchOperation()).isEqualTo("BATCH INSERT");
    assertThat(SqlSummary.UNKNOWN.batchOperation()).isEqualTo("BATCH");
  }

  @Test
  void and_isTheSameForTheSame() {
    assertThat(users.and(new SqlSummary("INSERT", "users"))).isSameAs(users);
  }

  @Test
  void and_keepsWhatIsCommon() {
    SqlSummary twoTables = users.and(new SqlSummary("INSERT", "orders"));
    SqlSummary twoOperations = users.and(new SqlSummary("DELETE", "users"));

    assertThat(twoTables.batchOperation()).isEqualTo("BATCH INSERT");
    assertThat(twoTables.table()).isNull();
    assertThat(twoOperations.batchOperation()).isEqualTo("BATCH");
    assertThat(twoOperations.table()).isEqualTo("users");
  }
}
