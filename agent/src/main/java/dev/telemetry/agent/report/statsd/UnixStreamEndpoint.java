package dev.telemetry.agent.report.statsd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A unix stream socket, by the path of its file.
 *
 * <p>A stream has no ends of packets, so each has its length in front: four bytes, little-endian,
 * as <a href="https://docs.datadoghq.com/extend/dogstatsd/unix_socket">DogStatsD</a> reads it. A
 * server that accepts and does not read is given up after a tenth of a second.
 */
final class UnixStreamEndpoint implements Endpoint {
  private final String path;
  private final int longest;

  /**
   * Names a socket.
   *
   * @param longest what the server reads at once; more would end its connection
   */
  UnixStreamEndpoint(String path, int longest) {
    this.path = path;
    this.longest = longest;
  }

  @Override
  public Connection connect(@Nullable Connection before) throws IOException {
    return before != null ? before : new Stream(UnixSockets.connect(path), longest);
  }

  @Override
  public int longest() {
    return longest;
  }

  @Override
  public String toString() {
    return "unixstream://" + path;
  }

  /** Frames on a channel that never blocks. */
  private static final class Stream implements Connection {
    private final SocketChannel channel;
    private final ByteBuffer frame;

    Stream(SocketChannel channel, int longest) {
      this.channel = channel;
      frame = ByteBuffer.allocateDirect(Integer.BYTES + longest).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
      frame.clear();
      frame.putInt(length).put(bytes, 0, length).flip();
      Room room = new Room();
      while (frame.hasRemaining()) {
        if (channel.write(frame) == 0) {
          room.await();
        }
      }
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
