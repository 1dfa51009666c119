package dev.telemetry.benchmarks.request;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Answers with a book's title, by one query. */
final class BookServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** One for each of Tomcat's threads, as a pool that is large enough would give. */
  private static final ThreadLocal<Connection> CONNECTIONS =
      ThreadLocal.withInitial(BookServlet::connect);

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int id = Integer.parseInt(request.getPathInfo().substring(1));
    byte[] title = title(id).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/plain");
    response.setContentLength(title.length);
    response.getOutputStream().write(title);
  }

  private static String title(int id) {
    String sql = "select title from books where id = ?";
    try (PreparedStatement statement = CONNECTIONS.get().prepareStatement(sql)) {
      statement.setInt(1, id);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Connection connect() {
    try {
      return DriverManager.getConnection(RequestApplication.DATABASE);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
