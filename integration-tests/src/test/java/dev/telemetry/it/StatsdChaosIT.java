package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Whatever becomes of the server: each line was handed to the kernel or is counted as lost, and
 * what the server has is what was handed over, less what the server's own socket dropped.
 */
@Execution(ExecutionMode.CONCURRENT)
final class StatsdChaosIT {
  private static final int BUFFER = 4 << 20;
  private static final String LOST_PORT = "port unreachable";

  /** Each line is a datagram of its own. */
  private static final String ALONE = "host: 127.0.0.1, mtu: 64, port: ";

  @OnJava({8, 26})
  void noServer_isALossOfAllButTheLastDatagram(int java) {
    int port = Ports.free();

    Emitting ended = Emitting.ended(Emitting.app(java, ALONE + port, 3_000, 5_000).run());

    assertThat(ended.lost()).containsOnlyKeys(LOST_PORT);
    assertThat(ended.sent()).isEqualTo(1);
  }

  @OnJava({8, 26})
  void serverThatComesLate_hasAllThatCountsAsSent(int java) {
    int port = Ports.free();
    try (RunningProcess process = Emitting.app(java, ALONE + port, 5_000, 2_000).start()) {
      process.awaitOutput("nobody listens at 127.0.0.1:" + port);
      try (UdpReceiver server = receiver(port)) {
        Emitting ended = Emitting.ended(process.await());

        assertThat(ended.lost()).containsOnlyKeys(LOST_PORT);
        assertThat(ended.sent()).isPositive();
        assertThat(server.readAtLeast(ended.sent())).isEqualTo(ended.sent());
        assertThat(server.dropped()).isZero();
      }
    }
  }

  @OnJava({8, 26})
  void serverThatIsKilledAndRestarted_isFoundAgain(int java) {
    try (UdpReceiver first = receiver(Ports.free());
        RunningProcess process = Emitting.app(java, ALONE + first.port(), 8_000, 2_000).start()) {
      int port = first.port();
      long before = first.awaitAtLeast(1_000);
      first.kill();
      process.awaitOutput("nobody listens at 127.0.0.1:" + port);
      try (UdpReceiver second = receiver(port)) {
        Emitting ended = Emitting.ended(process.await());

        assertThat(ended.lost()).containsOnlyKeys(LOST_PORT);
        // what the first one had not read when it was closed is in neither
        long after = second.readAll();
        assertThat(before + after).isBetween(1_001L, ended.sent());
        assertThat(after).isPositive();
      }
    }
  }

  @OnJava({8, 26})
  void serverThatIsTooSlow_lacksWhatItsKernelDropped(int java) {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/net/udp")), "needs /proc/net/udp");
    try (UdpReceiver server = new UdpReceiver(InetAddress.getLoopbackAddress(), 0, 4_096)) {
      Outcome outcome = Emitting.app(java, ALONE + server.port(), 3_000, 5_000).run();

      Emitting ended = Emitting.ended(outcome);
      assertThat(ended.sent()).isEqualTo(3_000);
      assertThat(server.dropped()).isPositive();
      assertThat(server.readAll() + server.dropped()).isEqualTo(3_000);
    }
  }

  @OnJava({17, 26})
  void unixServerThatNeverReads_isGivenUp(int java, @TempDir Path folder) {
    Path socket = folder.resolve("dsd.socket");
    try (UnixReceiver server = new UnixReceiver(socket)) {
      Emitting ended = Emitting.ended(Emitting.app(java, unix(socket), 40_000, 8_000).run());

      assertThat(ended.lost()).containsOnlyKeys("server does not read");
      assertThat(server.readAll()).isEqualTo(ended.sent());
    }
  }

  @OnJava({17, 26})
  void unixServerThatComesLate_hasAllThatCountsAsSent(int java, @TempDir Path folder) {
    Path socket = folder.resolve("dsd.socket");
    try (RunningProcess process = Emitting.app(java, unix(socket), 8_000, 2_000).start()) {
      process.awaitOutput("cannot connect to unixstream://" + socket);
      try (UnixReceiver server = new UnixReceiver(socket)) {
        readUntilTheEnd(server, process);
        Emitting ended = Emitting.ended(process.await());

        assertThat(ended.lost()).containsOnlyKeys("not connected");
        assertThat(ended.sent()).isPositive();
        assertThat(server.readAll()).isEqualTo(ended.sent());
      }
    }
  }

  @OnJava({17, 26})
  void unixServerThatIsKilledAndRestarted_isFoundAgain(int java, @TempDir Path folder) {
    Path socket = folder.resolve("dsd.socket");
    try (RunningProcess process = Emitting.app(java, unix(socket), 8_000, 2_000).start()) {
      long before;
      try (UnixReceiver first = new UnixReceiver(socket)) {
        Waiting.until(
            RunningProcess.DEADLINE, () -> first.readAll() > 500, () -> "nothing at " + socket);
        before = first.readAll();
      }
      process.awaitOutput("cannot connect to unixstream://" + socket);
      try (UnixReceiver second = new UnixReceiver(socket)) {
        readUntilTheEnd(second, process);
        Emitting ended = Emitting.ended(process.await());

        long after = second.readAll();
        assertThat(after).isPositive();
        assertThat(before + after).isBetween(501L, ended.sent());
      }
    }
  }

  @Test
  void unixSocket_isRefusedWhereJavaHasNone(@TempDir Path folder) {
    Path socket = folder.resolve("dsd.socket");
    Outcome outcome = Emitting.app(8, unix(socket), 1, 1).run();

    assertThat(outcome.stderr())
        .containsPattern(
            "telemetry.yaml:2:\\d+: reporters.statsd.socket: expected host and port: unix sockets"
                + " need Java 16 or later, this is 1.8");
    assertThat(outcome.stdout()).contains("emitted 1");
  }

  /** Takes longer than Java and the reporter remember an address: half a minute each. */
  @OnJava({11, 26})
  void serverThatMoves_isFollowed(int java) throws IOException {
    Assumptions.assumeTrue(Boolean.getBoolean("it.matrix"), "only with -Pmatrix");
    try (UdpReceiver first = new UdpReceiver(Ports.address(1), Ports.free(), BUFFER);
        UdpReceiver second = new UdpReceiver(Ports.address(2), first.port(), BUFFER)) {
      String to = "host: statsd.test, mtu: 64, port: " + first.port();
      ForkedJvm app = Emitting.app(java, to, 70_000, 1_000);
      Path hosts = app.write("hosts", "127.0.0.1 statsd.test\n");
      app.flags("-Djdk.net.hosts.file=" + hosts, "-Dsun.net.inetaddr.ttl=5");
      try (RunningProcess process = app.start()) {
        first.awaitAtLeast(1_000);
        Files.writeString(hosts, "127.0.0.2 statsd.test\n");
        awaitMove(first, second);
        long before = first.readAll();
        long after = second.awaitAtLeast(70_000 - before);
        Emitting ended = Emitting.ended(process.await());

        assertThat(ended.lost()).isEmpty();
        assertThat(before + after).isEqualTo(70_000);
        assertThat(first.dropped() + second.dropped()).isZero();
      }
    }
  }

  /** Reads the first one too: what comes in half a minute is more than its buffer holds. */
  private static void awaitMove(UdpReceiver first, UdpReceiver second) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> first.readAll() > 0 && second.readAtLeast(1_000) >= 1_000,
        () -> "only the first one was sent to");
  }

  private static void readUntilTheEnd(UnixReceiver server, RunningProcess process) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> server.readAll() >= 0 && process.stdout().contains("emitted"),
        process::stderr);
  }

  private static UdpReceiver receiver(int port) {
    return new UdpReceiver(Ports.address(1), port, BUFFER);
  }

  private static String unix(Path socket) {
    return "socket: 'unixstream://" + socket + "'";
  }
}
