package example.library;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of pages; asked in the worst way, with the words of the request in the SQL. */
final class Pages {
  private static final String URL = "jdbc:h2:mem:library;DB_CLOSE_DELAY=-1";
  private static final ThreadLocal<Connection> CONNECTIONS = new ThreadLocal<>();

  private Pages() {}

  static void create() throws SQLException {
    try (Statement statement = connection().createStatement()) {
      statement.execute("create table pages(title varchar primary key)");
    }
  }

  static String titled(String title) throws SQLException {
    return described(title, count(title));
  }

  static int count(String title) throws SQLException {
    try (Statement statement = connection().createStatement();
        ResultSet found =
            statement.executeQuery("select count(*) from pages where title = '" + title + "'")) {
      found.next();
      return found.getInt(1);
    }
  }

  static String described(String title, int count) {
    return count + " pages titled " + title;
  }

  private static Connection connection() throws SQLException {
    Connection open = CONNECTIONS.get();
    if (open == null) {
      open = DriverManager.getConnection(URL);
      CONNECTIONS.set(open);
    }
    return open;
  }
}
