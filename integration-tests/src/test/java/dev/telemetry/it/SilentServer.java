package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that accepts every connection, reads nothing and never answers. */
final class SilentServer implements AutoCloseable {
  private final ServerSocket listening;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  /** Listens on a port of its own. */
  SilentServer() {
    this(0);
  }

  /** Listens on a port. */
  SilentServer(int port) {
    try {
      listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::accept, "silent-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where OTLP would go. */
  URI exports() {
    return OtlpServer.exports("127.0.0.1", port());
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many have come so far. */
  int connections() {
    return connections.size();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        connections.add(listening.accept());
      } catch (IOException e) {
        // closed
      }
    }
  }

  /** Returns once the port is free. */
  @Override
  public void close() {
    InetSocketAddress address = new InetSocketAddress(listening.getInetAddress(), port());
    try {
      listening.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Ports.awaitFree(address);
  }
}
