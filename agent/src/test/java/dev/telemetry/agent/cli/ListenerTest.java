package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class ListenerTest {
  /** A bad line, because these are printed always. */
  private static final String END = "end";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private ListenOptions options = ListenOptions.parse(Arrays.asList("0"));

  @Test
  void listener_printsLinesAndAtItsEndTheTotals() throws Exception {
    assertThat(listen("a:1|c|#k:v\nb:12.5|ms", "a:1|c").lines())
        .containsSequence("a:1|c|#k:v", "b:12.5|ms", "a:1|c")
        .contains("  -- 3 series from 4 lines, 1 of them bad")
        .contains("  a     c         1      1                    k:v");
  }

  @Test
  void listener_namesBadLinesByTheirReason() throws Exception {
    assertThat(listen("foo").lines())
        .contains("Bad line: no value in msg \"foo\"")
        .doesNotContain("foo");
  }

  @Test
  void listener_judgesByTheFlavorGiven() throws Exception {
    options = ListenOptions.parse(Arrays.asList("0", "--flavor", "standard"));

    assertThat(listen("a:1|c:2", "b:1|h|#k:v").lines())
        .contains("Bad line: 2 in msg \"a:1|c:2\"")
        .anyMatch(line -> line.startsWith("  b;k=v"));
  }

  @Test
  void listener_quietLeavesOutGoodLinesOnly() throws Exception {
    options = ListenOptions.parse(Arrays.asList("0", "--quiet"));

    assertThat(listen("a:1|c", "foo").lines())
        .contains("Bad line: no value in msg \"foo\"")
        .contains("  -- 1 series from 3 lines, 2 of them bad")
        .doesNotContain("a:1|c");
  }

  @Test
  void listener_printsNothingThatATerminalObeys() throws Exception {
    assertThat(listen("a\u001b[31m:1|c")).contains("a?[31m:1|c").doesNotContain("\u001b");
  }

  @Test
  void listener_skipsEmptyLinesAndDatagrams() throws Exception {
    assertThat(listen("", "\n\n", "a:1|c\n")).contains("1 series from 2 lines");
  }

  /** Sends datagrams and {@link #END}, stops once that was printed; returns all that was. */
  private String listen(String... datagrams) throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (Listener listener = Listener.open(options, stream())) {
      Future<?> running = executor.submit(() -> run(listener));
      for (String datagram : datagrams) {
        send(listener.port(), datagram);
      }
      send(listener.port(), END);
      while (!printed().contains(END)) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      listener.stop();
      running.get();
    } finally {
      executor.shutdown();
    }
    return printed();
  }

  private static Void run(Listener listener) throws Exception {
    listener.run();
    return null;
  }

  private static void send(int port, String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }
  }

  private PrintStream stream() {
    return new PrintStream(out, true, StandardCharsets.UTF_8);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
