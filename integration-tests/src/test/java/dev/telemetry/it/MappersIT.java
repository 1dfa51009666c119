package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What applications over mappers do is counted as PostgreSQL itself counts it. */
final class MappersIT {
  private static final int JAVA = 17;

  /** The driver's own, which no application asks for by a statement. */
  private static final Pattern TRANSACTION =
      Pattern.compile("(?i)(BEGIN|COMMIT|ROLLBACK|SET|SHOW|SAVEPOINT)\\b.*");

  /** What a batch has before its operation, in a tag. */
  private static final String BATCH = "BATCH_";

  /** The tag's value where there is no table. */
  private static final String NONE = "nil";

  /** Hibernate asks the driver for it: of all that is asked of the catalogue, no table. */
  private static final String KEYWORDS = "pg_get_keywords";

  /** What names no table to the agent, or may name many. */
  private static final Set<String> NAMELESS = Set.of("ANALYZE", "COMMENT");

  /** What stands behind the queries that WITH names. */
  private static final Pattern MAIN = Pattern.compile("(?i).*\\)\\s+(?=(select|update|insert)\\b)");

  /** The shops' tables, which all begin with a letter and a line. */
  private static final String TABLE =
      " (?:if (?:not )?exists )?(?:only )?\\(?((?:\"?public\"?\\.)?\"?[hjt]_\\w+\"?)";

  /** The word that the first table stands behind, by the operation. */
  private static final Map<String, String> BEFORE_TABLE =
      Map.of(
          "SELECT", "from",
          "INSERT", "into",
          "MERGE", "into",
          "UPDATE", "update",
          "DELETE", "from",
          "CREATE", "(?:table|view|index .* on)",
          "DROP", "(?:table|view)",
          "EXPLAIN", "from");

  private static final String METRICS =
      """
      metrics:
        - counter: db.client.operation.count
          tags: [db.operation.name, db.collection.name]
        - sum: batched.rows
          event: db.client.operation.stop
          measurement: rows
          tags: [db.operation.name, db.collection.name]
      """;

  private static Postgres postgres;

  @BeforeAll
  static void start() {
    postgres = new Postgres();
  }

  @AfterAll
  static void stop() {
    if (postgres != null) {
      postgres.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hibernate", "jooq", "template"})
  void statements_areCountedAsTheServerCountsThem(String mapper) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      postgres.forget();
      Outcome outcome =
          ForkedJvm.on(JAVA)
              .agent(statsd.reporters() + METRICS)
              .classPath(Artifacts.mappers())
              .program("example.mappers.Main", mapper, postgres.address())
              .run();
      Map<String, Long> served = served();
      statsd.awaitAll();

      assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
      assertThat(outcome.stdout()).contains("closed " + mapper);
      assertThat(served).hasSizeGreaterThan(8);
      assertThat(counted(statsd)).containsExactlyInAnyOrderEntriesOf(served);
    }
  }

  private static Map<String, Long> served() {
    Map<String, Long> served = new TreeMap<>();
    for (Postgres.Statement statement : postgres.statements()) {
      String sql = statement.sql();
      boolean own = sql.contains("pg_") && !sql.contains(KEYWORDS);
      if (!TRANSACTION.matcher(sql).matches() && !own) {
        served.merge(operation(sql), statement.calls(), Long::sum);
      }
    }
    return served;
  }

  private static String operation(String text) {
    String sql = text.replaceAll("/\\*.*?\\*/\\s*", "");
    String main = sql.toUpperCase(Locale.ROOT).startsWith("WITH ") ? behindQueries(sql) : sql;
    String verb = main.split("[ (]", 2)[0].toUpperCase(Locale.ROOT);
    String table = table(verb, main);
    return verb + (table.isEmpty() ? table(verb, sql) : table);
  }

  private static String behindQueries(String sql) {
    return MAIN.matcher(sql).replaceFirst("");
  }

  private static String table(String verb, String sql) {
    String before = BEFORE_TABLE.getOrDefault(verb, "table");
    Matcher table = Pattern.compile("(?i)\\b" + before + TABLE).matcher(sql);
    return NAMELESS.contains(verb) || !table.find() ? "" : " " + table.group(1).replace("\"", "");
  }

  /** A batch is one operation to the agent, and one statement for each row to the server. */
  private static Map<String, Long> counted(StatsdSocket statsd) {
    Map<String, Long> counted = new TreeMap<>();
    for (String line : statsd.lines()) {
      StatsdLine parsed = StatsdLine.parse(line);
      String operation = parsed.tag("db.operation.name");
      boolean batch = operation.startsWith(BATCH);
      boolean asked =
          !TRANSACTION.matcher(operation).matches()
              && !parsed.tag("db.collection.name").contains("pg_");
      if (asked && parsed.name().equals(batch ? "batched.rows" : "db.client.operation.count")) {
        String table = parsed.tag("db.collection.name");
        String key = operation.replace(BATCH, "") + (table.equals(NONE) ? "" : " " + table);
        counted.merge(key, Math.round(parsed.amount()), Long::sum);
      }
    }
    return counted;
  }
}
