package dev.telemetry.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A StatsD server on loopback that keeps every line. */
final class StatsdSocket implements AutoCloseable {
  /** What an agent that has ended sent is here at once; a server may take its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int RECEIVE_BUFFER = 4 << 20;

  private final DatagramSocket socket;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();

  /** Listens on a free port. */
  StatsdSocket() {
    try {
      socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
      socket.setReceiveBufferSize(RECEIVE_BUFFER);
    } catch (SocketException e) {
      throw new UncheckedIOException(e);
    }
    Thread thread = new Thread(this::receive, "statsd-socket");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The section of a telemetry.yaml that reports here, in the datadog flavour. */
  String reporters() {
    return reporters("datadog", port());
  }

  /** The section of a telemetry.yaml that reports to a port of loopback. */
  static String reporters(String flavor, int port) {
    return "reporters:\n  statsd: {flavor: %s, host: 127.0.0.1, port: %d}\n"
        .formatted(flavor, port);
  }

  /** Every line so far. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The sum of a metric's lines that bear all these tags ({@code key:value}). */
  long total(String name, String... tags) {
    Set<String> wanted = Set.of(tags);
    double sum = 0;
    for (String line : lines) {
      StatsdLine parsed = StatsdLine.parse(line);
      if (parsed.name().equals(name) && parsed.tags().containsAll(wanted)) {
        sum += parsed.amount();
      }
    }
    return Math.round(sum);
  }

  /** Waits until that sum is at least the expected one. */
  void awaitTotal(long expected, String name, String... tags) {
    Waiting.until(
        PATIENCE,
        () -> total(name, tags) >= expected,
        () -> name + List.of(tags) + ": no " + expected + " in\n" + String.join("\n", lines));
  }

  /** Waits until a line matches. */
  void awaitLine(String pattern) {
    Waiting.until(
        PATIENCE,
        () -> lines.stream().anyMatch(line -> line.matches(pattern)),
        () -> pattern + ": none in\n" + String.join("\n", lines));
  }

  /** Waits until what was sent before is among the lines; to be called once. */
  void awaitAll() {
    String end = "end:1|c";
    byte[] bytes = end.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket sender = new DatagramSocket()) {
      sender.send(new DatagramPacket(bytes, bytes.length, socket.getLocalSocketAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Waiting.until(PATIENCE, () -> lines.contains(end), () -> "the socket is not read");
    lines.remove(end);
  }

  /** How many datagrams the system had no room for; 0 where it does not tell. */
  long dropped() {
    Pattern line = Pattern.compile(String.format(":%04X .* (\\d+) *\n", port()));
    return Stream.of("/proc/net/udp", "/proc/net/udp6")
        .map(Path::of)
        .filter(Files::exists)
        .flatMap(table -> line.matcher(Trees.read(table)).results())
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .sum();
  }

  @Override
  public void close() {
    socket.close();
  }

  private void receive() {
    byte[] buffer = new byte[1 << 16];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        String text = new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8);
        text.lines().forEach(lines::add);
      } catch (IOException e) {
        // closed
      }
    }
  }
}
