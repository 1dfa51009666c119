package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.agent.config.ConfigFixture;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a server may behave, and what is made of it. */
@Timeout(60)
final class HttpTransportTest {
  private static final byte[] MESSAGE = "message".getBytes(StandardCharsets.US_ASCII);

  private final RawServer server = new RawServer(0);

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void request_arrivesAsItIs() throws Exception {
    server.answers(RawServer.OK);

    assertThat(transport("30s").post(MESSAGE).status()).isEqualTo(200);
    assertThat(server.body()).isEqualTo(MESSAGE);
  }

  @Test
  void hangingServer_isGivenUp_asOneThatMayHaveTakenIt() {
    CountDownLatch over = new CountDownLatch(1);
    server.then(connection -> awaitQuietly(over));

    assertThatThrownBy(() -> transport("300ms").post(MESSAGE))
        .isInstanceOf(Unanswered.class)
        .hasRootCauseInstanceOf(SocketTimeoutException.class);
    over.countDown();
  }

  @Test
  void connectionClosedWithoutAnAnswer_mayHaveBeenTaken() {
    server.closes();

    assertThatThrownBy(() -> transport("30s").post(MESSAGE)).isInstanceOf(Unanswered.class);
  }

  @Test
  void halfClosedConnection_mayHaveBeenTaken() {
    CountDownLatch over = new CountDownLatch(1);
    server.then(
        connection -> {
          connection.shutdownOutput();
          awaitQuietly(over);
        });

    assertThatThrownBy(() -> transport("30s").post(MESSAGE)).isInstanceOf(Unanswered.class);
    over.countDown();
  }

  @Test
  void whatIsNoHttp_isNoAnswer() {
    server.answers("SSH-2.0-OpenSSH_9.6\r\n\r\n");

    assertThatThrownBy(() -> transport("30s").post(MESSAGE)).hasMessage("no HTTP answer");
  }

  @Test
  void refusedConnection_hasTakenNothing() {
    HttpTransport transport = transport("30s");
    server.close();

    assertThatThrownBy(() -> transport.post(MESSAGE))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(Unanswered.class);
  }

  @Test
  void serverThatIsBack_isFoundAgain() throws IOException {
    HttpTransport transport = transport("30s");
    server.close();
    assertThatThrownBy(() -> transport.post(MESSAGE)).isInstanceOf(IOException.class);

    try (RawServer back = new RawServer(server.port())) {
      back.answers(RawServer.OK);
      assertThat(transport.post(MESSAGE).status()).isEqualTo(200);
    }
  }

  @Test
  void chunkedAnswer_isPutTogether() throws IOException {
    server.answers(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\none\r\n4\r\n two\r\n0\r\n\r\n");

    assertThat(transport("30s").post(MESSAGE).body()).asString().isEqualTo("one two");
  }

  @Test
  void interimAnswer_isPassedOver() throws IOException {
    server.answers("HTTP/1.1 100 Continue\r\n\r\n" + RawServer.OK);

    assertThat(transport("30s").post(MESSAGE).status()).isEqualTo(200);
  }

  @Test
  void brokenBody_countsAsNone() throws IOException {
    server.answers("HTTP/1.1 503 Busy\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n");

    HttpAnswer answer = transport("30s").post(MESSAGE);

    assertThat(answer.statusText()).isEqualTo("503 Busy");
    assertThat(answer.body()).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpTransport transport(String timeout) {
    String url = "http://127.0.0.1:" + server.port() + "/v1/metrics";
    String section = "otlp: {url: \"" + url + "\", timeout: " + timeout + "}";
    var root = ConfigFixture.yaml(section).load().root();
    return new HttpTransport(Objects.requireNonNull(OtlpConfig.read(root.child("otlp"))));
  }
}
