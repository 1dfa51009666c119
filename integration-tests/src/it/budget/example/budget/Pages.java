package example.budget;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat with one thread and one servlet, and the one connection to it. */
final class Pages implements AutoCloseable {
  /** Requests sent at once: a server that waits for the next one allocates for that. */
  static final int BATCH = 100;

  private static final byte[] REQUESTS =
      String.join("", Collections.nCopies(BATCH, "GET /page HTTP/1.1\r\nHost: localhost\r\n\r\n"))
          .getBytes(StandardCharsets.US_ASCII);

  private final Tomcat tomcat = new Tomcat();
  private final Page page = new Page();
  private final Socket socket;
  private final InputStream in;

  Pages() throws Exception {
    Logger.getLogger("org.apache").setLevel(Level.WARNING);
    tomcat.setBaseDir(new File("tomcat").getAbsolutePath());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    tomcat.getConnector().setProperty("maxThreads", "1");
    tomcat.getConnector().setProperty("minSpareThreads", "1");
    tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
    Context context = tomcat.addContext("", new File(".").getAbsolutePath());
    Tomcat.addServlet(context, "page", page);
    context.addServletMappingDecoded("/page", "page");
    tomcat.start();
    int port = tomcat.getConnector().getLocalPort();
    socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    ask();
  }

  /** The id of the thread that answers. */
  long thread() {
    return page.thread;
  }

  /** A batch of requests, and all their answers. */
  void ask() throws IOException {
    socket.getOutputStream().write(REQUESTS);
    for (int answered = 0; answered < BATCH; ) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("no more answers after " + answered);
      }
      // it is a body's only byte
      answered += read == '~' ? 1 : 0;
    }
  }

  @Override
  public void close() throws Exception {
    socket.close();
    tomcat.stop();
    tomcat.destroy();
  }

  private static final class Page extends HttpServlet {
    private static final long serialVersionUID = 1;

    private volatile long thread;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      thread = Thread.currentThread().getId();
      response.setContentLength(1);
      response.getOutputStream().write('~');
    }
  }
}
