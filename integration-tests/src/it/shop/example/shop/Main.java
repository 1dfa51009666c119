package example.shop;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URL;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** A shop with an embedded Tomcat and H2 that is its own customer, and then ends. */
public final class Main {
  private final String root;

  private Main(String root) {
    this.root = root;
  }

  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.apache").setLevel(Level.WARNING);
    Books.create();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("/shop", new File(".").getAbsolutePath());
    Tomcat.addServlet(context, "books", new BookServlet());
    context.addServletMappingDecoded("/books/*", "books");
    tomcat.start();
    try {
      new Main("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/shop").visit();
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  private void visit() throws IOException, SQLException {
    for (int i = 1; i <= 4; i++) {
      System.out.println(get("/books/" + i));
    }
    System.out.println(get("/books/99"));
    System.out.println(get("/books/broken"));
    System.out.println(get("/elsewhere"));
    Books.stocktaking();
  }

  private String get(String path) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(root + path).openConnection();
    int status = connection.getResponseCode();
    if (status >= 400) {
      return path + " " + status;
    }
    InputStream body = connection.getInputStream();
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(body, "UTF-8"))) {
      return path + " " + status + " " + reader.readLine();
    }
  }
}
