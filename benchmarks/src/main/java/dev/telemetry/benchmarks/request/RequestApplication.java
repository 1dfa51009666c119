package dev.telemetry.benchmarks.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * The application under load: an embedded Tomcat, one servlet with one H2 query, and one that tells
 * what was allocated. Knows nothing of agents.
 */
public final class RequestApplication {
  /** Names of books, one by one. */
  static final String BOOK = "/books/";

  /** How many bytes all threads have allocated so far. */
  static final String ALLOCATED = "/allocated";

  static final String DATABASE = "jdbc:h2:mem:books;DB_CLOSE_DELAY=-1";
  static final int BOOKS = 1_000;

  private RequestApplication() {}

  /**
   * Serves until it is ended.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) throws IOException, SQLException, LifecycleException {
    fill();
    Path base = Files.createTempDirectory("tomcat-");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(base.toString());
    tomcat.setPort(Integer.parseInt(arguments[0]));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    // A load generator keeps its connections for good.
    tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
    Context context = tomcat.addContext("", base.toString());
    Tomcat.addServlet(context, "books", new BookServlet());
    context.addServletMappingDecoded(BOOK + "*", "books");
    Tomcat.addServlet(context, "allocated", new AllocatedServlet());
    context.addServletMappingDecoded(ALLOCATED, "allocated");
    tomcat.start();
    tomcat.getServer().await();
  }

  private static void fill() throws SQLException {
    try (Connection connection = DriverManager.getConnection(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("create table books (id int primary key, title varchar(80))");
      for (int id = 0; id < BOOKS; id++) {
        statement.execute("insert into books values (" + id + ", 'The book of number " + id + "')");
      }
    }
  }
}
