package dev.telemetry.instrumentation.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of statements: {@code statements.txt}, written by hand, and {@code mappers.txt}, what
 * Hibernate, jOOQ and people with JdbcTemplate sent to a database.
 */
final class SqlStatements {
  private SqlStatements() {}

  record Case(@Nullable String operation, @Nullable String table, String sql) {
    @Override
    public String toString() {
      return sql;
    }
  }

  static List<Case> all() {
    return Stream.of("statements.txt", "mappers.txt").flatMap(name -> read(name).stream()).toList();
  }

  private static List<Case> read(String name) {
    InputStream file = Objects.requireNonNull(SqlStatements.class.getResourceAsStream(name));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("# "))
          .map(SqlStatements::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case parse(String line) {
    String[] parts = line.split(" ; ", 3);
    String sql = parts[2].replace("\\n", "\n").replace("\\t", "\t");
    return new Case(known(parts[0]), known(parts[1]), sql);
  }

  private static @Nullable String known(String cell) {
    return cell.equals("-") ? null : cell;
  }
}
