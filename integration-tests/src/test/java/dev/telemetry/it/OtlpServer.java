package dev.telemetry.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A server on loopback that reads OTLP by the official definition. */
final class OtlpServer implements AutoCloseable {
  private static final String PATH = "/v1/metrics";

  private final HttpServer server;
  private final OtlpPoints accepted;
  private final OtlpPoints refused = new OtlpPoints();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Answered> answered = new CopyOnWriteArrayList<>();
  private volatile Duration thinking = Duration.ZERO;

  /** Listens on a port of its own. */
  OtlpServer() {
    this(InetAddress.getLoopbackAddress(), 0, new OtlpPoints());
  }

  /**
   * Listens.
   *
   * @param port 0 for a free one
   * @param accepted takes what this server accepts
   */
  OtlpServer(InetAddress address, int port, OtlpPoints accepted) {
    this.accepted = accepted;
    try {
      server = HttpServer.create(new InetSocketAddress(address, port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(PATH, this::take);
    server.start();
  }

  /** Answers the next requests so, one after the other, and those that follow by 200. */
  OtlpServer then(Answer... next) {
    answers.addAll(List.of(next));
    return this;
  }

  /** Takes so long before each answer. */
  OtlpServer thinking(Duration time) {
    thinking = time;
    return this;
  }

  URI exports() {
    return exports("127.0.0.1", port());
  }

  /** Where OTLP goes, by a name and a port. */
  static URI exports(String host, int port) {
    return URI.create("http://" + host + ":" + port + PATH);
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** What a counter has come to by the last request; 0 where none told of it. */
  long count(String name) {
    return accepted.last(name);
  }

  /** What was answered by 200, or taken without an answer. */
  OtlpPoints accepted() {
    return accepted;
  }

  /** What was refused for good. */
  OtlpPoints refused() {
    return refused;
  }

  /** What was answered so far. */
  List<Answered> answered() {
    return answered;
  }

  private void take(HttpExchange exchange) throws IOException {
    long came = System.nanoTime();
    ExportMetricsServiceRequest request =
        ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody());
    Answer answer = answers.isEmpty() ? Answer.OK : answers.remove();
    keep(request, answer);
    if (answer.retryAfter > 0) {
      exchange.getResponseHeaders().set("Retry-After", Integer.toString(answer.retryAfter));
    }
    LockSupport.parkNanos(thinking.toNanos());
    // before the client can know of it
    answered.add(new Answered(answer.status, came, System.nanoTime()));
    if (answer.status > 0) {
      exchange.sendResponseHeaders(answer.status, -1);
    }
    exchange.close();
  }

  private void keep(ExportMetricsServiceRequest request, Answer answer) {
    if (answer.equals(Answer.OK) || answer.equals(Answer.NONE)) {
      accepted.add(request);
    } else if (answer.retryAfter == 0) {
      refused.add(request);
    }
  }

  /** Returns once the port is free. */
  @Override
  public void close() {
    InetSocketAddress address = server.getAddress();
    server.stop(0);
    Ports.awaitFree(address);
  }

  /**
   * How a request is answered.
   *
   * @param status 0 for not at all: the connection is closed
   * @param retryAfter in seconds; 0 for never again
   */
  record Answer(int status, int retryAfter) {
    static final Answer OK = new Answer(200, 0);
    static final Answer NONE = new Answer(0, 0);
  }

  /**
   * What has happened to a request.
   *
   * @param came when it came, by {@link System#nanoTime()}
   * @param gone no later than when its answer was sent
   */
  record Answered(int status, long came, long gone) {}
}
