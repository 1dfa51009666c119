package dev.telemetry.it;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * A client with one connection that stays open and waits for each answer. It costs a fraction of
 * what {@link Http} does, which the application's processors are needed for.
 */
final class Visitor implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream answers;

  /** Connects to a port of loopback. */
  Visitor(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      answers = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a GET and returns the status once all of the answer has come. */
  int get(String path, String userAgent) {
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + userAgent + "\r\n\r\n";
    try {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      int status = Integer.parseInt(line().split(" ", 3)[1]);
      answers.skipNBytes(length());
      return status;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int length() throws IOException {
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        length = Integer.parseInt(header.substring(LENGTH.length()).trim());
      }
    }
    return length;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = answers.read(); next != '\n'; next = answers.read()) {
      if (next < 0) {
        throw new EOFException("after \"" + line + "\"");
      }
      line.append((char) next);
    }
    return line.toString().trim();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
