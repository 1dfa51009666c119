package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports and addresses of this machine's loopback. */
final class Ports {
  /** The system gives ports above these to whoever asks for any, in a test that runs beside. */
  private static final int FIRST = 15_000;

  private static final int LAST = 32_000;

  /** Another build on this machine begins elsewhere. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(FIRST + (int) (ProcessHandle.current().pid() * 97 % (LAST - FIRST)));

  private Ports() {}

  /** A port that nobody listens on by TCP or UDP, and that nobody is given but who names it. */
  static int free() {
    int port = NEXT.getAndUpdate(last -> last == LAST ? FIRST : last + 1);
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return isFree(address) && isFreeForDatagrams(address) ? port : free();
  }

  private static boolean isFreeForDatagrams(InetSocketAddress address) {
    try (DatagramSocket once = new DatagramSocket(address)) {
      return once.isBound();
    } catch (IOException taken) {
      return false;
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
