package dev.telemetry.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A server on loopback that reads OTLP by the official definition. */
final class OtlpServer implements AutoCloseable {
  private static final String PATH = "/v1/metrics";

  private final HttpServer server;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  OtlpServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(PATH, this::take);
    server.start();
  }

  URI exports() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
  }

  /** What a counter has come to by the last request; 0 where none told of it. */
  long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  private void take(HttpExchange exchange) throws IOException {
    ExportMetricsServiceRequest.parseFrom(exchange.getRequestBody())
        .getResourceMetricsList()
        .forEach(
            resource ->
                resource
                    .getScopeMetricsList()
                    .forEach(scope -> scope.getMetricsList().forEach(this::take)));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private void take(Metric metric) {
    long sum = metric.getSum().getDataPointsList().stream().mapToLong(p -> p.getAsInt()).sum();
    counts.put(metric.getName(), sum);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
