package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.report.Deliveries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class UnixDatagramEndpointTest {
  private static final String PATH = "/run/dsd.socket";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AgentLog log =
      new AgentLog(new PrintStream(said, true, StandardCharsets.UTF_8), () -> 0);
  private final Deliveries deliveries = new Deliveries();
  private final FakeDatagrams datagrams = new FakeDatagrams();
  private long nanos = System.nanoTime();
  private final Sender sender =
      new Sender(new UnixDatagramEndpoint(datagrams, PATH, 8192), deliveries, log)
          .clock(() -> nanos);

  @Test
  void send_handsOverWhatIsThere() {
    send("a:1|c\nb:2|c", 2);
    send("c:1|c", 1);

    assertThat(datagrams.received).containsExactly("a:1|c\nb:2|c", "c:1|c");
    assertThat(datagrams.opened).containsExactly(PATH);
    assertThat(deliveries).hasToString("sent 3, lost 0");
  }

  @Test
  void send_losesWhatNobodyReadsAndTriesAgainAfterASecond() {
    datagrams.refusal = new IOException("No such file or directory");
    send("lost", 1);
    datagrams.refusal = null;
    send("too soon", 2);
    nanos += Duration.ofSeconds(1).toNanos();
    send("sent", 1);

    assertThat(datagrams.received).containsExactly("sent");
    assertThat(deliveries).hasToString("sent 1, lost {not connected=3}");
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("statsd: cannot connect to unix:///run/dsd.socket")
        .contains("No such file or directory");
  }

  @Test
  void send_findsTheServerThatTookThePlaceOfAnother() {
    send("first", 1);
    datagrams.restart();
    send("second", 1);

    assertThat(datagrams.received).containsExactly("first", "second");
    assertThat(deliveries).hasToString("sent 2, lost 0");
  }

  @Test
  void send_givesUpAServerThatDoesNotRead() {
    datagrams.room = false;
    send("waited for", 3);
    send("not waited for", 1);

    assertThat(datagrams.received).isEmpty();
    assertThat(deliveries.lost()).isEqualTo(Map.of(Sender.UNREAD.text(), 4L));
    assertThat(datagrams.opened).hasSize(1);
  }

  @Test
  void send_losesWhatTheServerWouldCutOff() {
    send("x".repeat(8193), 1);

    assertThat(deliveries.lost()).isEqualTo(Map.of(Sender.TOO_LONG.text(), 1L));
  }

  @Test
  void libraryThatDoesNotWorkHere_isNoConnection() {
    datagrams.defect = new UnsatisfiedLinkError("no library for this machine");
    send("lost", 1);

    assertThat(deliveries.lost()).isEqualTo(Map.of(Sender.UNCONNECTED.text(), 1L));
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("no library for this machine");
  }

  @Test
  void close_opensAnewLater() {
    send("a", 1);
    sender.close();
    send("b", 1);

    assertThat(datagrams.received).containsExactly("a", "b");
    assertThat(datagrams.opened).hasSize(2);
  }

  private void send(String text, int lines) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sender.send(bytes, bytes.length, lines);
  }
}
