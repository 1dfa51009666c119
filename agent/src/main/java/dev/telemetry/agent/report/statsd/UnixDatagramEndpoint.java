package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.report.UnixDatagrams;
import java.io.IOException;
import java.net.PortUnreachableException;
import org.jspecify.annotations.Nullable;

/**
 * A unix datagram socket, by the path of its file, through what an extension brings.
 *
 * <p>A server that has the socket open and does not read is given up after a tenth of a second.
 */
final class UnixDatagramEndpoint implements Endpoint {
  /** How the addresses of these are written. */
  static final String SCHEME = "unix://";

  private final UnixDatagrams datagrams;
  private final String path;
  private final int longest;

  /**
   * Names a socket.
   *
   * @param longest what the server reads at once; it would cut off the rest
   */
  UnixDatagramEndpoint(UnixDatagrams datagrams, String path, int longest) {
    this.datagrams = datagrams;
    this.path = path;
    this.longest = longest;
  }

  @Override
  public Connection connect(@Nullable Connection before) throws IOException {
    return before != null ? before : new Datagrams(open());
  }

  /** A library that does not work here is one more reason for not being connected. */
  private UnixDatagrams.Way open() throws IOException {
    try {
      return datagrams.open(path);
    } catch (LinkageError unusable) {
      throw new IOException(unusable);
    }
  }

  @Override
  public int longest() {
    return longest;
  }

  @Override
  public String toString() {
    return SCHEME + path;
  }

  /** Whole datagrams, tried again while there is no room. */
  private static final class Datagrams implements Connection {
    private final UnixDatagrams.Way way;

    Datagrams(UnixDatagrams.Way way) {
      this.way = way;
    }

    @Override
    public void write(byte[] bytes, int length) throws IOException {
      Room room = new Room();
      while (!sent(bytes, length)) {
        room.await();
      }
    }

    /** Unlike over UDP, it is this datagram that is refused, not the one before. */
    private boolean sent(byte[] bytes, int length) throws IOException {
      try {
        return way.send(bytes, length);
      } catch (PortUnreachableException refused) {
        throw new IOException(refused);
      }
    }

    @Override
    public void close() {
      way.close();
    }
  }
}
