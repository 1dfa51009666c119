package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Ports and addresses of this machine's loopback. */
final class Ports {
  private Ports() {}

  /** A TCP port that nobody listens on now. */
  static int free() {
    try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return once.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until nobody listens on a TCP port any more: what a thread waits at is closed later than
   * it is said to be.
   */
  static void awaitFree(InetSocketAddress address) {
    Waiting.until(
        RunningProcess.DEADLINE, () -> isFree(address), () -> address + " is still taken");
  }

  private static boolean isFree(InetSocketAddress address) {
    try (ServerSocket once = new ServerSocket()) {
      once.bind(address);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** {@code 127.0.0.last}. */
  static InetAddress address(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new UncheckedIOException(e);
    }
  }
}
