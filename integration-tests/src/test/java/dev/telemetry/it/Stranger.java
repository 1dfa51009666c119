package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A client that may send whatever it likes, and reads all that is answered. */
final class Stranger {
  private static final int PATIENCE_MILLIS = 60_000;

  private final InetAddress address;
  private final int port;

  Stranger(InetAddress address, int port) {
    this.address = address;
    this.port = port;
  }

  /** Sends a GET with these headers and no other, and returns the whole answer. */
  String get(String path, String... headers) {
    return send(
        Stream.concat(Stream.of("GET " + path + " HTTP/1.1"), Stream.of(headers))
            .collect(Collectors.joining("\r\n", "", "\r\n\r\n")));
  }

  /** Sends these very characters on a connection of its own, and returns the whole answer. */
  String send(String request) {
    try (Socket socket = connect()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects, and says nothing. */
  Socket connect() {
    try {
      return new Socket(address, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
