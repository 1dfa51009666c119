package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A socket that is read when the test says so; what it has no room for is the kernel's to drop. */
final class UdpReceiver implements AutoCloseable {
  private static final int SHORT_MILLIS = 200;
  private final DatagramSocket socket;
  private long received;

  /**
   * Listens.
   *
   * @param port 0 for a free one
   * @param buffer how many bytes may wait, at least
   */
  UdpReceiver(InetAddress address, int port, int buffer) {
    try {
      socket = new DatagramSocket(null);
      socket.setReceiveBufferSize(buffer);
      socket.setSoTimeout(SHORT_MILLIS);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Reads until nothing comes for a while, and returns how many datagrams there were so far. */
  long readAll() {
    return readAtLeast(Long.MAX_VALUE);
  }

  /** Reads until there were so many datagrams, or until nothing comes for a while. */
  long readAtLeast(long number) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[1 << 16], 1 << 16);
      while (received < number) {
        socket.receive(packet);
        received++;
      }
    } catch (SocketTimeoutException nothingMore) {
      // what has come is what there is
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  /** Reads until there were so many datagrams, however long that takes, within the deadline. */
  long awaitAtLeast(long number) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> readAtLeast(number) >= number,
        () -> received + " datagrams instead of " + number);
    return received;
  }

  /** Returns how many datagrams the kernel dropped for want of room. */
  long dropped() {
    String port = String.format(":%04X", port());
    long dropped = 0;
    for (String file : List.of("/proc/net/udp", "/proc/net/udp6")) {
      for (String line : lines(Path.of(file))) {
        String[] words = line.trim().split("\\s+", -1);
        if (words.length > 2 && words[1].endsWith(port)) {
          dropped += Long.parseLong(words[words.length - 1]);
        }
      }
    }
    return dropped;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends at once, with whatever was not read. */
  void kill() {
    socket.close();
  }

  @Override
  public void close() {
    socket.close();
  }
}
