package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlSummariesTest {
  private final SqlSummaries summaries = new SqlSummaries(10);

  @Test
  void of_readsATextOnce() {
    SqlSummary first = summaries.of("SELECT * FROM users");

    assertThat(summaries.of("SELECT * FROM ".concat("users"))).isSameAs(first);
    assertThat(first.table()).isEqualTo("users");
  }

  @Test
  void of_holdsSoManyTextsAndNoMore() {
    for (int i = 0; i < 1_000; i++) {
      summaries.of("SELECT * FROM t" + i);
      assertThat(summaries.size()).isLessThanOrEqualTo(10);
    }
  }

  @Test
  void of_keepsWhatRepeatsAmongTextsThatDiffer() {
    SqlSummary first = summaries.of("SELECT * FROM users");
    for (int i = 0; i < 1_000; i++) {
      summaries.of("SELECT " + i);
      if (i % 3 == 0) {
        assertThat(summaries.of("SELECT * FROM users")).isSameAs(first);
      }
    }
  }

  @Test
  void of_readsALongTextAndHoldsItNot() {
    String sql = "SELECT * FROM users WHERE a = '" + "x".repeat(SqlSummaries.LONGEST) + "'";

    assertThat(summaries.of(sql).table()).isEqualTo("users");
    assertThat(summaries.size()).isZero();
  }
}
