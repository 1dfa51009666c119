package dev.telemetry.instrumentation.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private final Bus bus = new Bus();
  private final List<String> answered = new CopyOnWriteArrayList<>();
  private final List<String> unanswered = new CopyOnWriteArrayList<>();
  private final Endpoints endpoints =
      new Endpoints(bus, new AtomicReference<>(WebSocketEvents.POINTERS));
  private final Conversation one = endpoints.open(answered, "/one");
  private final Conversation other = endpoints.open(unanswered, "/one");

  ConversationTest() {
    attach("websocket.reply.stop", answered);
    attach("websocket.unanswered", unanswered);
  }

  private void attach(String event, List<String> names) {
    bus.attach(
        event,
        Set.of(event),
        (name, measurements, metadata) ->
            names.add(String.valueOf(metadata.get(WebSocketEvents.EVENT))),
        OnFailure.detach());
  }

  @Test
  void whatIsSentInsideOfTheHandler_answersItsMessage() {
    receive(one, "red", () -> send(one));

    assertThat(answered).containsExactly("red");
  }

  @Test
  void secondFrame_isNoSecondAnswer() {
    receive(
        one,
        "red",
        () -> {
          send(one);
          send(one);
        });

    assertThat(answered).containsExactly("red");
  }

  @Test
  void messageWithoutAnswer_doesNotGiveItsSpanToTheNext() {
    receive(one, "silent", () -> {});
    receive(one, "red", () -> send(one));

    assertThat(answered).containsExactly("red");
  }

  @Test
  void broadcastOfAnotherSession_isNoAnswer() {
    receive(one, "silent", () -> {});
    receive(other, "shout", () -> send(one));

    assertThat(answered).isEmpty();
  }

  @Test
  void threadThatPushesToIdleSessions_answersNobody() {
    receive(one, "silent", () -> {});

    onThread(
        () -> {
          send(other);
          send(one);
        });

    assertThat(answered).isEmpty();
  }

  @Test
  void lateAnswers_comeInTheOrderOfTheMessages() {
    receive(one, "first", () -> {});
    receive(one, "second", () -> {});

    onThread(
        () -> {
          send(one);
          send(one);
          send(one);
        });

    assertThat(answered).containsExactly("first", "second");
  }

  @Test
  void tooManyWaiting_giveUpTheOldest() {
    for (int i = 0; i <= Waiting.LIMIT; i++) {
      receive(one, "n" + i, () -> {});
    }

    assertThat(unanswered).containsExactly("n0");
  }

  @Test
  void close_givesUpWhatWaits() {
    receive(one, "silent", () -> {});
    one.closes(1000);
    one.closes(1006);

    assertThat(unanswered).containsExactly("silent");
  }

  @Test
  void waitingTooLong_isOverdue() {
    Waiting waiting = new Waiting(new Endpoint("/one", bus.event(WebSocketEvents.ACTIVE)));
    waiting.add(7, "red", true);

    assertThat(waiting.removeOverdue(7 + Waiting.LIMIT_NANOS)).isNull();
    assertThat(waiting.removeOverdue(8 + Waiting.LIMIT_NANOS)).isNotNull();
    assertThat(waiting.isEmpty()).isTrue();
  }

  @Test
  void sessionThatIsToldTwice_isOne() {
    assertThat(endpoints.open(answered, "/one")).isSameAs(one).isNotSameAs(other);
  }

  @Test
  void round_givesUpWhatWaitsTooLong() {
    receive(one, "silent", () -> {});

    assertThat(endpoints.test(System.nanoTime())).isTrue();
    assertThat(unanswered).isEmpty();
    assertThat(endpoints.test(System.nanoTime() + Waiting.LIMIT_NANOS)).isFalse();
    assertThat(unanswered).containsExactly("silent");
  }

  @Test
  void stompConnect_isAnsweredByWhateverThread() {
    receiveText(one, "CONNECT\naccept-version:1.2\n\n\0");
    onThread(
        () -> {
          send(other);
          sendText(one, "CONNECTED\nversion:1.2\n\n\0");
        });

    assertThat(answered).containsExactly("CONNECT");
  }

  @Test
  void stompBroadcast_answersNobody() {
    receiveText(one, "CONNECT\naccept-version:1.2\n\n\0");
    receiveText(one, "SUBSCRIBE\nid:1\ndestination:/topic/a\n\n\0");
    receiveText(one, "SEND\ndestination:/app/a\n\nhello\0");
    onThread(() -> sendText(one, "MESSAGE\ndestination:/topic/a\n\nhello\0"));
    one.closes(1000);

    assertThat(answered).isEmpty();
    assertThat(unanswered).containsExactly("CONNECT");
  }

  private static void receiveText(Conversation conversation, String text) {
    Message message = Objects.requireNonNull(conversation.receives(text, text.length(), true));
    conversation.received(message, null);
  }

  private static void sendText(Conversation conversation, String text) {
    Message message = Objects.requireNonNull(conversation.sends(text, text.length(), true));
    conversation.sent(message, null);
  }

  private static void receive(Conversation conversation, String name, Runnable handler) {
    String text = "{\"event\":\"" + name + "\"}";
    Message message = Objects.requireNonNull(conversation.receives(text, text.length(), true));
    handler.run();
    conversation.received(message, null);
  }

  private static void send(Conversation conversation) {
    sendText(conversation, "answer");
  }

  private static void onThread(Runnable work) {
    CompletableFuture.runAsync(work, task -> new Thread(task).start()).join();
  }
}
