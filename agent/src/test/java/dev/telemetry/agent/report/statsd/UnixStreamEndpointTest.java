package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnixStreamEndpointTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), () -> 0);
  private final Deliveries deliveries = new Deliveries();
  private long nanos = System.nanoTime();
  private Path path;
  private Sender sender;

  @BeforeEach
  void open(@TempDir Path folder) {
    path = folder.resolve("dsd.socket");
    sender = new Sender(new UnixStreamEndpoint(path.toString(), 8192), deliveries, log);
    sender.clock(() -> nanos);
  }

  @AfterEach
  void close() {
    sender.close();
  }

  @Test
  void send_putsTheLengthInFrontOfEachPacket() throws IOException {
    try (UnixServer server = new UnixServer(path)) {
      send("a:1|c\nb:2|c", 2);
      send("ä:1|c", 1);
      server.accept();

      assertThat(server.receive()).isEqualTo("a:1|c\nb:2|c");
      assertThat(server.receive()).isEqualTo("ä:1|c");
      assertThat(deliveries).hasToString("sent 3, lost 0");
    }
  }

  @Test
  void send_losesWhatNobodyAcceptsAndTriesAgainAfterASecond() throws IOException {
    send("lost", 1);
    try (UnixServer server = new UnixServer(path)) {
      send("lost too, it is too soon", 2);
      nanos += Duration.ofSeconds(1).toNanos();
      send("sent", 1);

      assertThat(server.accept().receive()).isEqualTo("sent");
      assertThat(deliveries).hasToString("sent 1, lost {not connected=3}");
      assertThat(said.toString(StandardCharsets.UTF_8))
          .contains("statsd: cannot connect to unixstream://" + path);
    }
  }

  @Test
  void send_findsTheServerThatTookThePlaceOfAnother() throws IOException {
    try (UnixServer server = new UnixServer(path)) {
      send("first", 1);
      assertThat(server.accept().receive()).isEqualTo("first");
    }
    try (UnixServer server = new UnixServer(path)) {
      send("second", 1);

      assertThat(server.accept().receive()).isEqualTo("second");
      assertThat(deliveries).hasToString("sent 2, lost 0");
    }
  }

  @Test
  void send_givesUpAServerThatDoesNotRead() throws IOException {
    try (UnixServer server = new UnixServer(path)) {
      String packet = "x".repeat(8000);
      for (int i = 0; i < 1_000; i++) {
        send(packet, 1);
      }

      assertThat(deliveries.lost()).containsOnlyKeys(Sender.UNREAD.text());
      assertThat(deliveries.sent() + deliveries.lostInAll()).isEqualTo(1_000);
      server.accept();
      for (long i = 0; i < deliveries.sent(); i++) {
        assertThat(server.receive()).isEqualTo(packet);
      }
    }
  }

  @Test
  void send_losesWhatTheServerWouldNotReadAtOnce() {
    byte[] bytes = new byte[8193];
    sender.send(bytes, bytes.length, 1);

    assertThat(deliveries.lost()).isEqualTo(Map.of(Sender.TOO_LONG.text(), 1L));
  }

  private void send(String text, int lines) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sender.send(bytes, bytes.length, lines);
  }
}
