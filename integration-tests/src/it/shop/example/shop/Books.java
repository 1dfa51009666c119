package example.shop;

import dev.telemetry.Measured;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table of books. */
final class Books {
  private static final String URL = "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";

  private Books() {}

  /** Prepared statements come first, so that a driver's class is seen before its super class. */
  static void create() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        PreparedStatement table =
            connection.prepareStatement("create table books(id int primary key, title varchar)")) {
      table.execute();
      try (PreparedStatement insert =
          connection.prepareStatement("insert into books values(?, ?)")) {
        for (int i = 1; i <= 5; i++) {
          insert.setInt(1, i);
          insert.setString(2, "Book " + i);
          insert.executeUpdate();
        }
      }
    }
  }

  @Measured
  static String title(int id) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        PreparedStatement select =
            connection.prepareStatement("select title from books where id = ?")) {
      select.setInt(1, id);
      try (ResultSet found = select.executeQuery()) {
        return found.next() ? found.getString(1) : null;
      }
    }
  }

  static void stocktaking() throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      System.out.println("updated " + statement.executeUpdate("update books set title = 'Sold'"));
      statement.addBatch("delete from books where id = 1");
      statement.addBatch("delete from books where id = 2");
      System.out.println("batch " + statement.executeBatch().length);
      try {
        statement.executeQuery("select * from shelves");
      } catch (SQLException e) {
        System.out.println("failed " + e.getErrorCode());
      }
    }
  }
}
