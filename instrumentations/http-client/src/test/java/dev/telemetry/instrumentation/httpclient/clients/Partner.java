package dev.telemetry.instrumentation.httpclient.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The service that is called. */
final class Partner implements AutoCloseable {
  private static final int LONGEST_SECONDS = 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch reached = new CountDownLatch(1);
  private final List<String> requests = new CopyOnWriteArrayList<>();

  Partner() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean first = !requests.contains(path);
    requests.add(path);
    switch (path) {
      case "/missing" -> answer(exchange, 404);
      case "/broken" -> answer(exchange, 500);
      case "/moved" -> {
        exchange.getResponseHeaders().add("Location", url("/ok"));
        answer(exchange, 302);
      }
      case "/late" -> late(exchange);
      case "/unavailable" -> {
        exchange.getResponseHeaders().add("Retry-After", "0");
        answer(exchange, first ? 503 : 200);
      }
      case "/closing" -> closing(exchange, first);
      case "/guarded" -> guarded(exchange);
      default -> answer(exchange, 200);
    }
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.getRequestBody().readAllBytes();
    byte[] body = "answer".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void late(HttpExchange exchange) throws IOException {
    reached.countDown();
    try {
      closed.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answer(exchange, 200);
  }

  private static void closing(HttpExchange exchange, boolean first) throws IOException {
    if (first) {
      exchange.close();
    } else {
      answer(exchange, 200);
    }
  }

  private static void guarded(HttpExchange exchange) throws IOException {
    boolean known = exchange.getRequestHeaders().containsKey("Authorization");
    if (!known) {
      exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"partner\"");
    }
    answer(exchange, known ? 200 : 401);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** Waits until somebody waits for {@code /late}. */
  void awaitReached() {
    try {
      if (!reached.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody has called");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The paths that were asked for, in order. */
  List<String> requests() {
    return requests;
  }

  /** An address where nobody listens. */
  static String nobody() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/ok";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
