package dev.telemetry.agent.report.otlp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server of which a test says, byte by byte, how it answers; in the order of the answers. */
final class RawServer implements AutoCloseable {
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  /** What comes over one connection and what is done with it. */
  interface Answer {
    void to(Socket connection) throws IOException;
  }

  private final ServerSocket listening;
  private final Thread thread = new Thread(this::serve, "raw-server");
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<byte[]> bodies = new LinkedBlockingQueue<>();

  /** Listens on a port; 0 for any. */
  RawServer(int port) {
    try {
      listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Reads a request, then does this. */
  RawServer then(Answer answer) {
    answers.add(answer);
    return this;
  }

  /** Reads a request, then says this and closes the connection. */
  RawServer answers(String text) {
    return then(
        connection ->
            connection.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** Reads a request and closes the connection. */
  RawServer closes() {
    return then(connection -> {});
  }

  /** Returns the body of the next request. */
  byte[] body() throws InterruptedException {
    return bodies.take();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket connection = listening.accept()) {
        bodies.add(request(new BufferedInputStream(connection.getInputStream())));
        answers.take().to(connection);
      } catch (IOException closed) {
        // by the client, or by the test
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static byte[] request(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      head.write(in.read());
      text = head.toString(StandardCharsets.ISO_8859_1);
    }
    String length = text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1");
    return in.readNBytes(Integer.parseInt(length));
  }

  /** Returns once nobody listens. */
  @Override
  public void close() {
    try {
      listening.close();
      thread.interrupt();
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
