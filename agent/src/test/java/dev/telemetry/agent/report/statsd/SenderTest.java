package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SenderTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), () -> 0);
  private final Deliveries deliveries = new Deliveries();
  private long nanos = System.nanoTime();
  private Sender sender = udp("127.0.0.1", 9);

  @AfterEach
  void close() {
    sender.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", "localhost"})
  void send_reachesTheServer(String host) throws IOException {
    try (UdpServer server = UdpServer.on(InetAddress.getByName(host))) {
      sender = udp(host, server.port());

      send("a:1|c\nb:2|c", 2);

      assertThat(server.receive()).isEqualTo("a:1|c\nb:2|c");
      assertThat(deliveries).hasToString("sent 2, lost 0");
    }
  }

  @Test
  void send_countsWhatNobodyReceives() throws IOException {
    sender = udp("127.0.0.1", freePort());

    for (int i = 0; i < 10; i++) {
      send("a:1|c", 1);
    }

    assertThat(deliveries.lost()).containsOnlyKeys(Sender.REFUSED.text());
    assertThat(deliveries.lostInAll()).isBetween(1L, 9L);
    assertThat(deliveries.sent() + deliveries.lostInAll()).isEqualTo(10);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nobody listens at 127.0.0.1:");
  }

  @Test
  void send_reachesAServerThatComesLaterAndComesBack() throws IOException {
    int port;
    try (UdpServer server = UdpServer.on(InetAddress.getLoopbackAddress())) {
      port = server.port();
      sender = udp("127.0.0.1", port);
      send("first", 1);
      assertThat(server.receive()).isEqualTo("first");
    }
    send("lost", 1);
    try (UdpServer server = new UdpServer(InetAddress.getLoopbackAddress(), port)) {
      send("second", 1);
      assertThat(server.receive()).isEqualTo("second");
    }
  }

  @Test
  void send_losesLinesWhileTheHostIsUnresolved() throws IOException {
    try (UdpServer server = UdpServer.on(InetAddress.getLoopbackAddress())) {
      boolean[] known = {false};
      resolving(server, host -> known[0] ? InetAddress.getLoopbackAddress() : unknown(host));

      send("lost", 3);
      known[0] = true;
      send("lost too, it is not asked for again at once", 1);
      nanos += Duration.ofSeconds(1).toNanos();
      send("sent", 1);

      assertThat(server.receive()).isEqualTo("sent");
      assertThat(deliveries.lost()).isEqualTo(Map.of(Sender.UNRESOLVED.text(), 4L));
      assertThat(said.toString(StandardCharsets.UTF_8))
          .isEqualToNormalizingNewlines(
              "telemetry: statsd: cannot resolve statsd.test:"
                  + server.port()
                  + "; it will be tried again\n");
    }
  }

  @Test
  void send_followsTheHostToAnotherAddress() throws IOException {
    InetAddress first = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    InetAddress second = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
    try (UdpServer before = UdpServer.on(first);
        UdpServer after = new UdpServer(second, before.port())) {
      InetAddress[] now = {first};
      resolving(before, host -> now[0]);

      send("before", 1);
      now[0] = second;
      nanos += Duration.ofSeconds(30).toNanos();
      send("after", 1);

      assertThat(before.receive()).isEqualTo("before");
      assertThat(after.receive()).isEqualTo("after");
    }
  }

  @Test
  void send_keepsTheAddressWhileTheHostCannotBeResolvedAgain() throws IOException {
    try (UdpServer server = UdpServer.on(InetAddress.getLoopbackAddress())) {
      boolean[] known = {true};
      resolving(server, host -> known[0] ? InetAddress.getLoopbackAddress() : unknown(host));

      send("first", 1);
      known[0] = false;
      nanos += Duration.ofSeconds(30).toNanos();
      send("second", 1);

      assertThat(server.receive()).isEqualTo("first");
      assertThat(server.receive()).isEqualTo("second");
    }
  }

  @Test
  void send_losesWhatNoDatagramCanHold() {
    sender.send(new byte[70_000], 70_000, 1);

    assertThat(deliveries.lost()).isEqualTo(Map.of(Sender.TOO_LONG.text(), 1L));
  }

  private void resolving(UdpServer server, UdpEndpoint.Resolver resolver) {
    UdpEndpoint endpoint = new UdpEndpoint("statsd.test", server.port()).resolver(resolver);
    sender = new Sender(endpoint, deliveries, log).clock(() -> nanos);
  }

  private Sender udp(String host, int port) {
    return new Sender(new UdpEndpoint(host, port), deliveries, log).clock(() -> nanos);
  }

  private static InetAddress unknown(String host) throws UnknownHostException {
    throw new UnknownHostException(host);
  }

  private void send(String text, int lines) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sender.send(bytes, bytes.length, lines);
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      return socket.getLocalPort();
    }
  }
}
