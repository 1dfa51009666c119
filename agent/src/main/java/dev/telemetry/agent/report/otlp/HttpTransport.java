package dev.telemetry.agent.report.otlp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over a connection of its own for each request, by
 * https://opentelemetry.io/docs/specs/otlp/.
 *
 * <p>Not by {@link java.net.HttpURLConnection}, which shares cookies, passwords, proxies and
 * handlers with the application, sends a request twice by itself and cannot be bounded in time.
 */
final class HttpTransport implements Transport {
  private final Endpoint endpoint;
  private final OtlpConfig config;
  private @Nullable Timer timer;
  private @Nullable Tls tls;

  HttpTransport(OtlpConfig config) {
    this.config = config;
    this.endpoint = config.endpoint();
  }

  @Override
  public HttpAnswer post(byte[] message) throws IOException {
    byte[] body = config.gzip() ? gzipped(message) : message;
    long deadline = System.nanoTime() + config.timeoutNanos();
    try (Socket socket = connect(deadline)) {
      Limit limit = new Limit(socket);
      timer().schedule(limit, Math.max(1, millisUntil(deadline)));
      try {
        return exchange(socket, body);
      } catch (IOException failure) {
        IOException reason = limit.passed ? timedOut() : failure;
        throw failure instanceof Unanswered ? new Unanswered(reason) : reason;
      } finally {
        limit.cancel();
      }
    }
  }

  private HttpAnswer exchange(Socket plain, byte[] body) throws IOException {
    Socket socket = endpoint.tls() ? tls().over(plain, endpoint) : plain;
    IOException unsent = null;
    try {
      OutputStream out = socket.getOutputStream();
      out.write(head(body.length));
      out.write(body);
      out.flush();
    } catch (IOException refused) {
      unsent = refused; // whoever refuses a request may answer before it has read all of it
    }
    try {
      return HttpAnswer.read(new BufferedInputStream(socket.getInputStream()));
    } catch (IOException noAnswer) {
      throw unsent == null ? new Unanswered(noAnswer) : unsent;
    }
  }

  private byte[] head(int length) {
    StringBuilder head = new StringBuilder("POST ").append(endpoint.target()).append(" HTTP/1.1");
    field(head, "Host", endpoint.authority());
    field(head, "User-Agent", Resource.AGENT);
    config.headers().forEach((name, value) -> field(head, name, value));
    field(head, "Content-Type", "application/x-protobuf");
    if (config.gzip()) {
      field(head, "Content-Encoding", "gzip");
    }
    field(head, "Content-Length", Integer.toString(length));
    field(head, "Connection", "close");
    return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void field(StringBuilder head, String name, String value) {
    head.append("\r\n").append(name).append(": ").append(value);
  }

  /** Resolves the name anew each time, and tries its addresses one after the other. */
  private Socket connect(long deadline) throws IOException {
    IOException last = null;
    for (InetAddress address : InetAddress.getAllByName(endpoint.host())) {
      // without a proxy: else the application's ProxySelector would be asked
      Socket socket = new Socket(Proxy.NO_PROXY);
      try {
        int left = (int) millisUntil(deadline);
        if (left <= 0) {
          throw timedOut();
        }
        socket.connect(new InetSocketAddress(address, endpoint.port()), left);
        return socket;
      } catch (IOException | RuntimeException failure) {
        socket.close();
        last = failure instanceof IOException ? (IOException) failure : new IOException(failure);
      }
    }
    throw last == null ? new IOException("no address") : last;
  }

  private static long millisUntil(long deadline) {
    return TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
  }

  private static SocketTimeoutException timedOut() {
    return new SocketTimeoutException("timed out");
  }

  private static byte[] gzipped(byte[] message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length / 4 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(message);
    }
    return bytes.toByteArray();
  }

  private Timer timer() {
    Timer known = timer;
    if (known == null) {
      known = new Timer("telemetry-otlp-limit", true);
      timer = known;
    }
    return known;
  }

  private Tls tls() throws IOException {
    Tls known = tls;
    if (known == null) {
      known = new Tls();
      tls = known;
    }
    return known;
  }

  @Override
  public void close() {
    Timer known = timer;
    if (known != null) {
      known.cancel();
    }
  }

  @Override
  public String toString() {
    return endpoint.toString();
  }

  /** Closes the connection once its time is over: reading and writing end, whatever the server. */
  private static final class Limit extends TimerTask {
    private final Socket socket;
    volatile boolean passed;

    Limit(Socket socket) {
      this.socket = socket;
    }

    @Override
    public void run() {
      passed = true;
      try {
        socket.close();
      } catch (IOException | RuntimeException closedAnyhow) {
        // it is the thread that waits for the socket that tells
      }
    }
  }
}
