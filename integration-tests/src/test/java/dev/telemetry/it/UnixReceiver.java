package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A unix stream socket whose connections are accepted and read when the test says so. */
final class UnixReceiver implements AutoCloseable {
  private final Path path;
  private final ServerSocketChannel server;
  private final List<Stream> streams = new ArrayList<>();

  UnixReceiver(Path path) {
    this.path = path;
    try {
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      server.configureBlocking(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Accepts who is there, reads what has come, and returns how many lines there were so far. */
  long readAll() {
    try {
      for (SocketChannel next = server.accept(); next != null; next = server.accept()) {
        streams.add(new Stream(next));
      }
      long lines = 0;
      for (Stream stream : streams) {
        lines += stream.read();
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      for (Stream stream : streams) {
        stream.channel.close();
      }
      server.close();
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One connection: whole frames count, one that breaks off does not. */
  private static final class Stream {
    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
    private long lines;

    Stream(SocketChannel channel) throws IOException {
      this.channel = channel;
      channel.configureBlocking(false);
    }

    long read() throws IOException {
      while (channel.read(buffer) > 0) {
        buffer.flip();
        while (buffer.remaining() >= Integer.BYTES
            && buffer.remaining() >= Integer.BYTES + buffer.getInt(buffer.position())) {
          byte[] frame = new byte[buffer.getInt()];
          buffer.get(frame);
          lines += new String(frame, StandardCharsets.UTF_8).lines().count();
        }
        buffer.compact();
      }
      return lines;
    }
  }
}
