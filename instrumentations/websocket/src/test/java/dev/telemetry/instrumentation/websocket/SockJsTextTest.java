package dev.telemetry.instrumentation.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SockJsTextTest {
  @Test
  void firstMessage_isFoundBothWays() {
    assertThat(SockJsText.message("[\"one\",\"two\"]")).isEqualTo("one");
    assertThat(SockJsText.message("a[\"one\"]")).isEqualTo("one");
  }

  @Test
  void escapes_areWhatTheyStandFor() {
    assertThat(SockJsText.message("[\"SEND\\n\\t\\\"a\\\\b\\/\\u00e9\\u0000\"]"))
        .isEqualTo("SEND\n\t\"a\\b/\u00e9\0");
  }

  @Test
  void bytes_areReadAsText() {
    ByteBuffer bytes = ByteBuffer.wrap("[\"caf\u00e9\"]".getBytes(UTF_8));

    assertThat(SockJsText.message(new Utf8Text(bytes))).isEqualTo("caf\u00e9");
  }

  @Test
  void longMessage_isCut() {
    String start = SockJsText.message("[\"" + "x".repeat(1 << 20) + "\"]");

    assertThat(start).hasSize(JsonPointer.LOOKED_AT - 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o", "h", "a", "c[3000,\"Go away\"]", "[]", "[1]", "a[", "{}"})
  void frameWithoutMessage_hasNone(String frame) {
    assertThat(SockJsText.message(frame)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"a", "[\"a\\\"", "[\"a\\u00", "[\"a\\uzzzz\"]", "[\"a\\"})
  void brokenFrame_isNoError(String frame) {
    assertThat(SockJsText.message(frame)).startsWith("a");
  }
}
