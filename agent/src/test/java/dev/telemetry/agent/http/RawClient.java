package dev.telemetry.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A client that sends what a test says, byte by byte if need be. */
final class RawClient implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;

  RawClient(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends lines, each ended as the protocol has it. */
  RawClient send(String... lines) {
    for (String line : lines) {
      sendBare(line + "\r\n");
    }
    return this;
  }

  RawClient sendBare(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  RawClient get(String path, String... headers) {
    return send("GET " + path + " HTTP/1.1", "Host: x").send(headers).send("");
  }

  /** Reads up to the end of the connection, however that comes; what never ends fails the test. */
  byte[] readBytes() {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    long latest = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    try {
      InputStream answer = socket.getInputStream();
      byte[] some = new byte[8192];
      for (int length = answer.read(some); length >= 0; length = answer.read(some)) {
        read.write(some, 0, length);
        assertThat(System.nanoTime() - latest).as("too late, an answer still comes").isNegative();
      }
    } catch (java.net.SocketTimeoutException e) {
      throw new UncheckedIOException(e);
    } catch (IOException reset) {
      read.writeBytes("<reset>".getBytes(StandardCharsets.UTF_8));
    }
    return read.toByteArray();
  }

  String read() {
    return new String(readBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Reads until the text has come. */
  String readUntil(String end) {
    StringBuilder read = new StringBuilder();
    try {
      while (read.indexOf(end) < 0) {
        int next = socket.getInputStream().read();
        if (next < 0) {
          throw new AssertionError("no \"" + end + "\" in " + read);
        }
        read.append((char) next);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read.toString();
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
