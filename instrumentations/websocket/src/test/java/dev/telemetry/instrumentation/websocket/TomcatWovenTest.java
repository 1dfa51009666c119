package dev.telemetry.instrumentation.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TomcatWovenTest {
  @RegisterExtension static final Woven woven = new Woven(new WebSocketModule());

  private static TomcatServer server;

  @BeforeAll
  static void start() throws LifecycleException {
    server = new TomcatServer();
  }

  @AfterAll
  static void stop() throws LifecycleException {
    server.close();
  }

  @AfterEach
  void awaitClosedSessions() {
    await(() -> named("websocket.session.close").size() == named("websocket.session.open").size());
  }

  @Test
  void session_isOpenedAndClosedOnceEach() {
    try (Client client = room()) {
      client.text("nothing");
    }

    assertThat(single("websocket.session.open").metadata())
        .containsEntry("websocket.endpoint", "/room/{name}");
    await(() -> !named("websocket.session.close").isEmpty());
    RecordedEvent close = single("websocket.session.close");
    assertThat(close.metadata()).containsEntry("websocket.close.code", 1000);
    assertThat(close.duration()).isPositive();
    assertActive(1, 0);
  }

  @Test
  void killedClient_closesItsSession() {
    Client client = room();
    client.text("nothing");
    client.abort();

    await(() -> !named("websocket.session.close").isEmpty());
    assertThat(single("websocket.session.close").metadata())
        .containsEntry("websocket.close.code", 1006);
    assertActive(1, 0);
  }

  @Test
  void refusedHandshake_isTold() {
    assertThatThrownBy(() -> new Client(server.url("/closed")))
        .isInstanceOf(CompletionException.class);

    await(() -> !named("websocket.session.refuse").isEmpty());
    assertThat(single("websocket.session.refuse").metadata())
        .containsEntry("websocket.endpoint", "/closed")
        .containsEntry("http.response.status_code", 403);
    assertThat(named("websocket.session.open")).isEmpty();
  }

  @Test
  void annotatedEndpoint_isMeasuredBothWays() {
    Client client = room();
    client.text("{\"event\": \"echo\"}");
    client.abort();

    assertThat(named("websocket.message.stop"))
        .extracting(
            stop -> stop.metadata().get("websocket.direction"),
            stop -> stop.metadata().get("websocket.event"),
            stop -> stop.measurements().get("size"))
        .containsExactlyInAnyOrder(tuple("in", "echo", 17L), tuple("out", "echo", 17L));
    assertThat(single("websocket.reply.stop").metadata())
        .containsEntry("websocket.event", "echo")
        .containsEntry("websocket.type", "text");
  }

  @Test
  void messageWithoutAnswer_isCountedAndLeavesNothingBehind() {
    try (Client client = room()) {
      client.text("{\"type\": \"silent\"}");
    }

    await(() -> !named("websocket.session.close").isEmpty());
    assertThat(single("websocket.unanswered").metadata())
        .containsEntry("websocket.event", "silent");
    assertThat(named("websocket.reply.start")).isEmpty();
  }

  @Test
  void answerOfAnotherThread_isTheAnswer() {
    Client client = room();
    client.text("{\"action\": \"later\"}");
    client.abort();

    assertThat(single("websocket.reply.stop").metadata()).containsEntry("websocket.event", "later");
  }

  @Test
  void handlerThatThrows_isAnException() {
    Client client = room();
    client.text("fail");
    client.abort();

    RecordedEvent exception = single("websocket.message.exception");
    assertThat(exception.error()).hasMessage("asked to fail");
  }

  @Test
  void partsAndStreams_areOneMessageEach() {
    Client client = room();
    client.text("thrice");
    client.text("streams");
    client.abort();

    await(() -> sent().size() == 4);
    assertThat(sent())
        .extracting(
            stop -> stop.metadata().get("websocket.type"), stop -> stop.measurements().get("size"))
        .containsExactly(
            tuple("text", 6L), tuple("binary", 3L), tuple("binary", 100L), tuple("text", 7L));
    assertThat(named("websocket.reply.stop")).hasSize(2);
  }

  @Test
  void lambdaHandler_isMeasured() {
    Client client = new Client(server.url("/lambdas"));
    client.text("{\"event\": \"red\"}");
    client.abort();

    assertThat(single("websocket.reply.stop").metadata())
        .containsEntry("websocket.endpoint", "/lambdas")
        .containsEntry("websocket.event", "red");
  }

  @Test
  void partialHandler_hasOneMessageForAllParts() {
    Client client = new Client(server.url("/lambdas"));
    client.part(new byte[3], false);
    client.part(new byte[4], true);
    client.abort();

    assertThat(named("websocket.message.stop"))
        .filteredOn(stop -> "in".equals(stop.metadata().get("websocket.direction")))
        .extracting(stop -> stop.measurements().get("size"))
        .containsExactly(7L);
    assertThat(single("websocket.reply.stop").metadata()).containsEntry("websocket.type", "binary");
  }

  @Test
  void emptyMessages_areMessages() throws IOException {
    try (RawClient client = new RawClient(server.url("/room/one"))) {
      client.send(RawClient.BINARY, true, new byte[0]);
      client.receive();
      client.send(RawClient.TEXT, true, new byte[0]);
      client.send(RawClient.TEXT, true, "echo".getBytes(UTF_8));
      client.receive();
    }

    await(() -> received().size() == 3);
    assertThat(received())
        .extracting(
            stop -> stop.metadata().get("websocket.type"), stop -> stop.measurements().get("size"))
        .containsExactly(tuple("binary", 0L), tuple("text", 0L), tuple("text", 4L));
  }

  @Test
  void bigMessages_areMeasuredWhole() throws IOException {
    byte[] content = new byte[1 << 20];
    Arrays.fill(content, (byte) ' ');
    try (RawClient client = new RawClient(server.url("/room/one"))) {
      client.send(RawClient.BINARY, true, content);
      client.receive();
      client.send(RawClient.TEXT, false, "{\"event\":\"big\"".getBytes(UTF_8));
      client.send(RawClient.CONTINUATION, true, content);
    }

    await(() -> received().size() == 2);
    assertThat(received())
        .extracting(
            stop -> stop.metadata().get("websocket.event"), stop -> stop.measurements().get("size"))
        .containsExactly(tuple("_unnamed", 1L << 20), tuple("big", (1L << 20) + 14));
  }

  @Test
  void malformedText_closesTheSessionAndIsNoMessage() throws IOException {
    try (RawClient client = new RawClient(server.url("/room/one"))) {
      client.send(RawClient.TEXT, true, new byte[] {(byte) 0xC3, (byte) 0x28});
      assertThat(client.receive()).isEqualTo(RawClient.CLOSE);
    }

    assertThat(single("websocket.session.close").metadata())
        .containsEntry("websocket.close.code", 1007);
    assertThat(named("websocket.message.start")).isEmpty();
  }

  @Test
  void brokenJson_isAMessageWithoutAName() {
    try (Client client = room()) {
      client.text("{\"event\": \"echo");
    }

    await(() -> received().size() == 1);
    assertThat(received())
        .extracting(stop -> stop.metadata().get("websocket.event"))
        .containsExactly("_unnamed");
  }

  @Test
  void binaryMessage_hasNoName() {
    Client client = room();
    client.part(new byte[5], true);
    client.abort();

    assertThat(single("websocket.reply.stop").metadata())
        .containsEntry("websocket.event", "_unnamed")
        .containsEntry("websocket.type", "binary");
  }

  private static void assertActive(Integer... sessions) {
    await(() -> named("websocket.session.active").size() == sessions.length);
    assertThat(named("websocket.session.active"))
        .extracting(event -> event.measurements().get("sessions"))
        .containsExactly((Number[]) sessions);
  }

  private static Client room() {
    return new Client(server.url("/room/one"));
  }

  private static List<RecordedEvent> sent() {
    return passed("out");
  }

  private static List<RecordedEvent> received() {
    return passed("in");
  }

  private static List<RecordedEvent> passed(String direction) {
    return named("websocket.message.stop").stream()
        .filter(stop -> direction.equals(stop.metadata().get("websocket.direction")))
        .toList();
  }

  private static List<RecordedEvent> named(String name) {
    return woven.events().named(name);
  }

  private static RecordedEvent single(String name) {
    await(() -> !named(name).isEmpty());
    assertThat(named(name)).hasSize(1);
    return named(name).get(0);
  }

  /** The client is told before the server's thread has left the place that is woven. */
  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
