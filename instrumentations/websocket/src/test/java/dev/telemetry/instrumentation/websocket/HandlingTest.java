package dev.telemetry.instrumentation.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class HandlingTest {
  private static final String FRAME = "SEND\ndestination:/app/%s\n\n\0";

  private final Bus bus = new Bus();
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private final Endpoints endpoints =
      new Endpoints(bus, new AtomicReference<>(WebSocketEvents.POINTERS));
  private final Conversation conversation = endpoints.open(ended, "/one");

  HandlingTest() {
    for (String end : List.of("websocket.message.stop", "websocket.message.exception")) {
      bus.attach(
          end,
          Set.of(end),
          (name, measurements, metadata) ->
              ended.add(end.replaceAll(".*\\.", "") + metadata.get(WebSocketEvents.EVENT)),
          OnFailure.detach());
    }
  }

  @Test
  void message_endsWithTheLastTask() {
    Message message = receive("a");
    Handling handling = new Handling(message, 2);
    conversation.received(message, null);

    assertThat(handling.taskEnded()).isFalse();
    assertThat(ended).isEmpty();
    assertThat(handling.taskEnded()).isTrue();
    assertThat(ended).containsExactly("stop/app/a");
  }

  @Test
  void taskThatIsFasterThanTheContainer_leavesTheEndToIt() {
    Message message = receive("a");
    new Handling(message, 1).taskEnded();

    assertThat(ended).isEmpty();
    conversation.received(message, null);
    assertThat(ended).containsExactly("stop/app/a");
  }

  @Test
  void failure_isTheMessages() {
    Message message = receive("a");
    Handling handling = new Handling(message, 1);
    conversation.received(message, null);
    handling.failed(new IllegalStateException("asked to fail"));
    handling.taskEnded();

    assertThat(ended).containsExactly("exception/app/a");
  }

  @Test
  void taskBehindAnAbandonedMessage_doesNotEndTheNext() {
    Message message = receive("a");
    Handling handling = new Handling(message, 2);
    handling.abandon();
    conversation.received(message, null);
    Message next = receive("b");
    handling.failed(new IllegalStateException("too late"));

    assertThat(handling.taskEnded()).isFalse();
    assertThat(ended).containsExactly("stop/app/a");
    conversation.received(next, null);
    assertThat(ended).containsExactly("stop/app/a", "stop/app/b");
  }

  private Message receive(String name) {
    String frame = FRAME.formatted(name);
    return Objects.requireNonNull(conversation.receives(frame, frame.length(), true));
  }
}
