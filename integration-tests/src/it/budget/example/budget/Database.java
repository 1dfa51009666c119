package example.budget;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One row in H2. */
final class Database implements AutoCloseable {
  private static final String SQL = "select title from books where id = ?";

  private final Connection connection = DriverManager.getConnection("jdbc:h2:mem:budget");
  private final PreparedStatement select;

  Database() throws SQLException {
    connection.createStatement().execute("create table books (id int primary key, title varchar)");
    connection.createStatement().execute("insert into books values (1, 'The one book')");
    select = connection.prepareStatement(SQL);
  }

  /** One statement, again and again. */
  void execute(int number) throws SQLException {
    query(select);
  }

  /** A new statement each time. */
  void prepare(int number) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SQL)) {
      query(statement);
    }
  }

  private static void query(PreparedStatement statement) throws SQLException {
    statement.setInt(1, 1);
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new IllegalStateException("no book");
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
