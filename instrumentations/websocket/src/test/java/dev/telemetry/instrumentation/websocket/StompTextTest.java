package dev.telemetry.instrumentation.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StompTextTest {
  private final EventNames names = new EventNames(new AtomicReference<>(WebSocketEvents.POINTERS));

  @Test
  void destination_isTheName() {
    assertThat(nameOf("SEND\ncontent-length:2\ndestination:/app/hello\n\n{}\0"))
        .isEqualTo("/app/hello");
    assertThat(nameOf("SUBSCRIBE\r\nid:1\r\ndestination:/topic/a\r\n\r\n\0")).isEqualTo("/topic/a");
  }

  @Test
  void destinationInTheBody_isNone() {
    assertThat(nameOf("ERROR\nmessage:no\n\ndestination:/app/hello\0")).isEqualTo("ERROR");
  }

  @Test
  void commandWithoutDestination_isTheName() {
    assertThat(nameOf("CONNECT\naccept-version:1.2\n\n\0")).isEqualTo("CONNECT");
    assertThat(nameOf("CONNECTED\nversion:1.2\n\n\0")).isEqualTo("CONNECTED");
    assertThat(nameOf("\n")).isEqualTo("HEARTBEAT");
    assertThat(nameOf("\r\n")).isEqualTo("HEARTBEAT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "SEND", "SENDER\n\n\0", "CONNECTION\n", "send\n\n", "STO", "a\n", "{\n}"})
  void whatIsNoFrame_hasNoCommand(String text) {
    assertThat(StompText.command(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"SEND\n", "SEND\ndestination", "SEND\ndestination:", "SEND\r", "SEND\n\n"})
  void brokenFrame_isNoError(String text) {
    assertThat(StompText.destination(text)).isGreaterThanOrEqualTo(JsonPointer.NONE);
  }

  private String nameOf(String text) {
    return names.of(text, StompText.command(text));
  }
}
