package example.calls;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** The service that is called: by path, an answer of each kind. */
public final class Partner {
  private final HttpServer server;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile CountDownLatch reached = new CountDownLatch(1);

  /** Opens it on a free port of loopback. */
  public Partner() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/late")) {
      reached.countDown();
      await(over);
    } else if (path.equals("/moved")) {
      exchange.getResponseHeaders().add("Location", url("/ok"));
    }
    byte[] body = {'a'};
    exchange.sendResponseHeaders(status(path), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static int status(String path) {
    switch (path) {
      case "/missing":
        return 404;
      case "/broken":
        return 500;
      case "/moved":
        return 302;
      default:
        return 200;
    }
  }

  /** Returns the address of a path. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Waits until somebody has asked for {@code /late} since the last time. */
  public void awaitReached() {
    await(reached);
    reached = new CountDownLatch(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets those go that still wait, and closes. */
  public void close() {
    over.countDown();
    server.stop(0);
  }
}
