package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlMaskTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          SELECT * FROM users WHERE name = 'ann' AND id = 7      | SELECT * FROM users WHERE name = ? AND id = ?
          SELECT a.b, -1.5e3 FROM "Order" a /* ann */            | SELECT a.b, -? FROM "Order" a
          SELECT `x` FROM t WHERE a IN (1,2, 'three')            | SELECT `x` FROM t WHERE a IN (?,?, ?)
          INSERT INTO t VALUES (N'ann', X'00FF', :name, ?)       | INSERT INTO t VALUES (N?, X?, :name, ?)
          SELECT ARRAY[1, 2], [a b] FROM t WHERE x = $$ann$$     | SELECT ARRAY?, [a b] FROM t WHERE x = ?
          """)
  void literals_areLeftOut(String sql, String masked) {
    assertThat(SqlMask.of(sql.trim(), SqlReader.read(sql).operation(), true)).isEqualTo(masked);
  }

  @Test
  void doubleQuotes_areLeftOutWhereTheyMayBeLiterals() {
    assertThat(SqlMask.of("SELECT \"ann\" FROM t", "SELECT", false)).isEqualTo("SELECT ? FROM t");
  }

  @Test
  void statementsWithBareSecrets_haveNoText() {
    assertThat(SqlMask.of("CREATE USER ann IDENTIFIED BY tiger", "CREATE", true)).isNull();
    assertThat(SqlMask.of("nonsense", null, true)).isNull();
  }

  @Test
  void longText_isCut() {
    String sql = "SELECT " + "a, ".repeat(10_000) + "b";

    assertThat(SqlMask.of(sql, "SELECT", true)).hasSizeLessThan(4_200).endsWith(" ...");
  }

  @Test
  void mutatedText_neverShowsALiteral() {
    Random random = new Random(7);
    String sql = "SELECT 'hush', \"n\" FROM t WHERE a = E'hush' AND b IN ('hush') -- 'hush'\n";
    for (int i = 0; i < 50_000; i++) {
      StringBuilder mutated = new StringBuilder(sql);
      for (int change = 0; change < 2; change++) {
        int at = random.nextInt(mutated.length());
        mutated.insert(at, "\"\\/*-#$[]`\n ".charAt(random.nextInt(11)));
      }
      String text = mutated.toString();
      if (text.split("'hush'", -1).length == 5) {
        assertThat(SqlMask.of(text, "SELECT", false)).as(text).doesNotContain("hush");
      }
    }
  }
}
