package dev.telemetry.extension.datagram;

import dev.telemetry.agent.report.UnixDatagrams;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.newsclub.net.unix.AFUNIXDatagramChannel;
import org.newsclub.net.unix.AFUNIXSocketAddress;

/**
 * Sockets of junixsocket, whose native part is unpacked and loaded when the first one is opened.
 */
public final class JunixDatagrams implements UnixDatagrams {

  /** For the service loader. */
  public JunixDatagrams() {}

  @Override
  public Way open(String path) throws IOException {
    AFUNIXDatagramChannel channel = AFUNIXDatagramChannel.open();
    try {
      channel.configureBlocking(false);
      channel.connect(AFUNIXSocketAddress.of(new File(path)));
      return new Channel(channel);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  /** A connected channel that never blocks. */
  private static final class Channel implements Way {
    private final AFUNIXDatagramChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

    Channel(AFUNIXDatagramChannel channel) {
      this.channel = channel;
    }

    @Override
    public boolean send(byte[] bytes, int length) throws IOException {
      if (buffer.capacity() < length) {
        buffer = ByteBuffer.allocateDirect(bytes.length);
      }
      buffer.clear();
      buffer.put(bytes, 0, length).flip();
      return channel.write(buffer) == length;
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException closed) {
        // it is of no more use either way
      }
    }
  }
}
