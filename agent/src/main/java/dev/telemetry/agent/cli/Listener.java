package dev.telemetry.agent.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The loop around a UDP socket: prints each line, now and then the totals. */
final class Listener implements Closeable {
  private static final int LARGEST_DATAGRAM = 65_535;
  private static final int KERNEL_BUFFER = 4 * 1024 * 1024;
  private static final int LOOK_MILLIS = 500;
  private static final long TABLE_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long STOP_SECONDS = 2;

  private final DatagramSocket socket;
  private final ListenOptions options;
  private final LineReader reader;
  private final PrintStream out;
  private final Totals totals = new Totals();
  private final CountDownLatch ended = new CountDownLatch(1);
  private long linesShown;
  private long shownAt = System.nanoTime();

  private Listener(DatagramSocket socket, ListenOptions options, PrintStream out) {
    this.socket = socket;
    this.options = options;
    this.reader = options.flavor().reader();
    this.out = out;
  }

  /**
   * Opens the socket and says so.
   *
   * @throws IOException where the address cannot be had
   */
  static Listener open(ListenOptions options, PrintStream out) throws IOException {
    InetAddress host = InetAddress.getByName(options.host());
    DatagramSocket socket = new DatagramSocket(new InetSocketAddress(host, options.port()));
    socket.setReceiveBufferSize(KERNEL_BUFFER);
    socket.setSoTimeout(LOOK_MILLIS);
    out.println(
        "listening on udp "
            + (options.host() + ":" + socket.getLocalPort())
            + (", flavor " + options.flavor().word()));
    return new Listener(socket, options, out);
  }

  /** Returns the port that was taken. */
  int port() {
    return socket.getLocalPort();
  }

  /**
   * Receives until {@link #stop}, then prints the totals once more.
   *
   * @throws IOException where the socket fails
   */
  void run() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
    try {
      while (!socket.isClosed()) {
        receive(packet);
        showWhenDue();
      }
    } finally {
      show();
      ended.countDown();
    }
  }

  /** Ends {@link #run} from another thread and waits a moment for its last table. */
  void stop() {
    socket.close();
    try {
      ended.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the port back. */
  @Override
  public void close() {
    socket.close();
  }

  private void receive(DatagramPacket packet) throws IOException {
    try {
      packet.setLength(LARGEST_DATAGRAM);
      socket.receive(packet);
    } catch (InterruptedIOException nothingCame) {
      return;
    } catch (IOException e) {
      if (socket.isClosed()) {
        return;
      }
      throw e;
    }
    take(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8));
  }

  private void take(String datagram) {
    for (String text : datagram.split("\n", -1)) {
      if (!text.isEmpty()) {
        take(text, reader.read(text));
      }
    }
  }

  private void take(String text, Line line) {
    totals.add(line);
    if (!options.quiet() && line.refused().isEmpty()) {
      out.println(Text.printable(text));
    }
    for (String complaint : line.refused()) {
      out.println(Text.printable(complaint));
    }
  }

  private void showWhenDue() {
    if (System.nanoTime() - shownAt >= TABLE_NANOS) {
      show();
    }
  }

  private void show() {
    shownAt = System.nanoTime();
    if (linesShown != totals.lines()) {
      linesShown = totals.lines();
      TotalsTable.of(totals).forEach(out::println);
    }
  }
}
