package dev.telemetry.extension.datagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/** Whoever reads a unix datagram socket, when the test says so. */
final class DatagramServer implements AutoCloseable {
  private final Path path;
  private final AFUNIXDatagramChannel channel;

  DatagramServer(Path path) throws IOException {
    this.path = path;
    channel = AFUNIXDatagramChannel.open();
    channel.bind(AFUNIXSocketAddress.of(path));
  }

  /** Waits for a datagram. */
  String receive() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    channel.receive(buffer);
    return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
  }

  @Override
  public void close() {
    try {
      channel.close();
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
