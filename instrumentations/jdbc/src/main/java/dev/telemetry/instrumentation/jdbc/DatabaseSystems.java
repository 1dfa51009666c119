package dev.telemetry.instrumentation.jdbc;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which database a statement belongs to, in the words of the semantic conventions.
 * Thread-safe; never throws.
 *
 * <p>A driver's own statement shows it by its package. For any other, the connection is asked for
 * its URL, once.
 *
 * <p>What is known of a class hangs on it: it refers to this, and by it to nothing but a text.
 */
final class DatabaseSystems extends ClassValue<String> {
  static final String OTHER = "other_sql";

  private static final String NOT_BY_CLASS = "";
  private static final int REMEMBERED = 16 * 1024;
  private static final int LONGEST_SCHEME = 64;

  /** The prefix of a driver's class names, the word in its URLs, the name of the system. */
  private static final String[][] SYSTEMS = {
    {"org.postgresql.", "postgresql", "postgresql"},
    {"com.mysql.", "mysql", "mysql"},
    {"org.mariadb.jdbc.", "mariadb", "mariadb"},
    {"oracle.jdbc.", "oracle", "oracle.db"},
    {"com.microsoft.sqlserver.", "sqlserver", "microsoft.sql_server"},
    {"net.sourceforge.jtds.", "jtds", "microsoft.sql_server"},
    {"org.h2.", "h2", "h2database"},
    {"org.hsqldb.", "hsqldb", "hsqldb"},
    {"org.apache.derby.", "derby", "derby"},
    {"org.sqlite.", "sqlite", "sqlite"},
    {"com.ibm.db2.", "db2", "ibm.db2"},
    {"com.informix.", "informix-sqli", "ibm.informix"},
    {"com.amazon.redshift.", "redshift", "aws.redshift"},
    {"com.clickhouse.", "clickhouse", "clickhouse"},
    {"com.sap.db.jdbc.", "sap", "sap.hana"},
    {"org.firebirdsql.", "firebirdsql", "firebirdsql"},
    {"com.teradata.", "teradata", "teradata"},
    {"io.trino.", "trino", "trino"},
    {"org.apache.hive.", "hive2", "hive"},
    {"com.google.cloud.spanner.", "cloudspanner", "gcp.spanner"},
  };

  private static final List<String> NAMES_IN_DOUBLE_QUOTES =
      Arrays.asList("postgresql", "oracle.db", "h2database", "hsqldb", "derby", "ibm.db2");

  private final WeakMap<Connection, String> known = new WeakMap<>(REMEMBERED);

  /**
   * Returns the system's name of a statement or a connection; {@link #OTHER} where it can't be
   * told.
   */
  String of(Object object) {
    String byClass = byClass(object);
    return byClass == null ? byConnection(object) : byClass;
  }

  /** Returns the system's name where the object is a known driver's own; else null. */
  @Nullable String byClass(Object object) {
    String system = get(object.getClass());
    return system.isEmpty() ? null : system;
  }

  @Override
  protected String computeValue(Class<?> type) {
    String found = find(type.getName());
    return found == null ? NOT_BY_CLASS : found;
  }

  private static @Nullable String find(String type) {
    for (String[] system : SYSTEMS) {
      if (type.startsWith(system[0])) {
        return system[2];
      }
    }
    return null;
  }

  /** Tells whether a class of this name is of a known driver. */
  static boolean isDriver(String type) {
    return find(type) != null;
  }

  /** Tells whether what such a system has in double quotes is a name, however it is set up. */
  static boolean hasNamesInDoubleQuotes(String system) {
    return NAMES_IN_DOUBLE_QUOTES.contains(system);
  }

  private String byConnection(Object object) {
    try {
      Connection connection =
          object instanceof Statement ? ((Statement) object).getConnection() : (Connection) object;
      String system = connection == null ? OTHER : known.get(connection);
      return system == null ? ask(connection) : system;
    } catch (Throwable closedOrBroken) {
      return OTHER;
    }
  }

  private String ask(Connection connection) {
    // Stored first, so that a connection that fails is asked once too.
    known.put(connection, OTHER);
    try {
      String system = byUrl(connection.getMetaData().getURL());
      known.put(connection, system);
      return system;
    } catch (Throwable closedOrBroken) {
      return OTHER;
    }
  }

  /**
   * Returns the system of a URL: the first part that is known, because wrapping drivers put their
   * own word before it.
   */
  static String byUrl(@Nullable String url) {
    if (url == null || !url.startsWith("jdbc:")) {
      return OTHER;
    }
    int slash = url.indexOf('/');
    int end = Math.min(slash < 0 ? url.length() : slash, LONGEST_SCHEME);
    for (String word : url.substring(0, end).split(":", -1)) {
      for (String[] system : SYSTEMS) {
        if (system[1].equals(word)) {
          return system[2];
        }
      }
    }
    return OTHER;
  }
}
