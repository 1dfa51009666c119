package dev.telemetry.benchmarks.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Takes all that agents send, over HTTP and StatsD, on loopback, and counts the StatsD values.
 * Every HTTP request is answered by 200 and an empty JSON object.
 */
public final class LoopbackSink implements AutoCloseable {
  private static final byte[] ANSWER = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final int RECEIVE_BUFFER = 8 << 20;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "sink");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer http;
  private final DatagramSocket statsd;
  private final LongAdder received = new LongAdder();
  private volatile String counted = "";

  /** Listens on two free ports. */
  public LoopbackSink() throws IOException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");
    http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    http.createContext("/", LoopbackSink::answer);
    http.setExecutor(threads);
    http.start();
    statsd = new DatagramSocket(new InetSocketAddress(loopback, 0));
    statsd.setReceiveBufferSize(RECEIVE_BUFFER);
    threads.execute(this::receive);
  }

  /** Where HTTP is taken. */
  public String url() {
    return "http://127.0.0.1:" + httpPort();
  }

  /** Its port. */
  public int httpPort() {
    return http.getAddress().getPort();
  }

  /** Where StatsD is taken. */
  public int statsdPort() {
    return statsd.getLocalPort();
  }

  /** Counts the values of one metric from now on; returns how many of the one before came. */
  public long count(String metric) {
    counted = metric;
    return received.sumThenReset();
  }

  @Override
  public void close() {
    http.stop(0);
    statsd.close();
    threads.shutdownNow();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, ANSWER.length);
    exchange.getResponseBody().write(ANSWER);
    exchange.close();
  }

  private void receive() {
    DatagramPacket packet = new DatagramPacket(new byte[65_536], 65_536);
    while (!statsd.isClosed()) {
      try {
        statsd.receive(packet);
        if (!counted.isEmpty()) {
          received.add(StatsdValues.in(packet.getData(), packet.getLength(), counted));
        }
      } catch (IOException e) {
        // closed, or a datagram lost: a sink has nobody to tell
      }
    }
  }
}
