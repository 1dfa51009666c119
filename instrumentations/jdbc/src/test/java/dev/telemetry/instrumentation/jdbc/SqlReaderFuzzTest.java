package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SqlReaderFuzzTest {
  /** Of each of the two kinds; more by {@code -Dtexts}. */
  private static final int TEXTS = Integer.getInteger("texts", 500_000);

  private static final int MOST_STEPS_PER_CHARACTER = 32;
  private static final String[] SCRAPS = {
    "'", "\"", "`", "[", "]", "(", ")", "$", "$$", "--", "#", "/*", "*/", "\\", "\n", "\r", ";",
    ",", ".", ":", "q'[", "{", "FROM ", "SELECT ", "WITH ", "JOIN ", "\u0000", "é", "\ud83d", "1",
    "a.b",
  };
  private static final String[] SECRETS = {
    "secret", "from secret", "x from secret y", "it''s join secret", "a\nfrom secret", "; select",
  };

  private final List<SqlStatements.Case> statements = SqlStatements.all();
  private final Random random = new Random(20261122);

  @Test
  void read_survivesMutatedStatements() {
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      String sql = mutated();
      CountingText text = new CountingText(sql);
      SqlSummary summary = SqlReader.read(text);

      assertThat(text.steps())
          .as(sql)
          .isLessThanOrEqualTo(MOST_STEPS_PER_CHARACTER * (sql.length() + 16));
      assertMadeOfIdentifiers(sql, summary);
      found += summary.table() == null ? 0 : 1;
    }
    assertThat(found).isGreaterThan(TEXTS / 4);
  }

  @Test
  void read_neverTakesALiteral() {
    int found = 0;
    for (int i = 0; i < TEXTS; i++) {
      String sql = withLiterals();
      SqlSummary summary = SqlReader.read(sql);

      assertThat(String.valueOf(summary.table())).as(sql).doesNotContain("secret");
      found += summary.table() == null ? 0 : 1;
    }
    assertThat(found).isGreaterThan(TEXTS / 2);
  }

  private String mutated() {
    StringBuilder sql = new StringBuilder(pick().sql());
    for (int i = random.nextInt(6); i >= 0; i--) {
      mutate(sql);
    }
    return sql.toString();
  }

  private void mutate(StringBuilder sql) {
    int at = random.nextInt(sql.length() + 1);
    switch (random.nextInt(4)) {
      case 0 -> sql.insert(at, SCRAPS[random.nextInt(SCRAPS.length)]);
      case 1 -> sql.delete(at, Math.min(sql.length(), at + 1 + random.nextInt(5)));
      case 2 -> sql.insert(at, pick().sql());
      default -> sql.insert(at, ' ');
    }
  }

  /** A statement in which literals, right in every database, stand where an expression may. */
  private String withLiterals() {
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int i = random.nextInt(4); i >= 0; i--) {
      sql.append(literal()).append(random.nextBoolean() ? ", " : "\n,/* it's */");
    }
    sql.append(" a FROM users WHERE a = ").append(literal());
    sql.append(random.nextBoolean() ? " AND b IN (" + literal() + ")" : "");
    return random.nextInt(4) == 0 ? "WITH c AS (" + sql + ") SELECT " + literal() : sql.toString();
  }

  private String literal() {
    String secret = SECRETS[random.nextInt(SECRETS.length)];
    return (random.nextInt(4) == 0 ? "N" : "") + "'" + secret + "'";
  }

  private SqlStatements.Case pick() {
    return statements.get(random.nextInt(statements.size()));
  }

  private static void assertMadeOfIdentifiers(String sql, SqlSummary summary) {
    String operation = summary.operation();
    String table = summary.table();
    if (operation != null) {
      assertThat(sql.toUpperCase(Locale.ROOT)).contains(operation);
    }
    if (table != null) {
      assertThat(table.length()).isLessThanOrEqualTo(255);
      for (String part : table.split("\\.", -1)) {
        assertThat(sql).contains(part);
      }
      assertNoLiteral(sql, table);
    }
  }

  /** Where all databases agree what is a literal, the table does not stand in one. */
  private static void assertNoLiteral(String sql, String table) {
    if (!Pattern.compile("[\"`\\[\\]$\\\\#]|--|/\\*|[qQ]'").matcher(sql).find()) {
      Matcher literals = Pattern.compile("'[^']*('|$)").matcher(sql);
      assertThat(literals.replaceAll("''")).as(sql).contains(table.split("\\.", -1)[0]);
    }
  }
}
