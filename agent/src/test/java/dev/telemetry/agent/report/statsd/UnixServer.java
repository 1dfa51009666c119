package dev.telemetry.agent.report.statsd;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server on a unix stream socket that reads frames when it is asked to. */
final class UnixServer implements AutoCloseable {
  private final Path path;
  private final ServerSocketChannel server;
  private final List<SocketChannel> clients = new ArrayList<>();

  UnixServer(Path path) throws IOException {
    this.path = path;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
  }

  UnixServer accept() throws IOException {
    clients.add(server.accept());
    return this;
  }

  String receive() throws IOException {
    SocketChannel newest = clients.get(clients.size() - 1);
    DataInputStream in = new DataInputStream(Channels.newInputStream(newest));
    byte[] bytes = new byte[Integer.reverseBytes(in.readInt())];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      for (SocketChannel client : clients) {
        client.close();
      }
      server.close();
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
