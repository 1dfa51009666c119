package dev.telemetry.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EventPatternTest {

  @ParameterizedTest
  @CsvSource({
    "a.b, a.b",
    "a.*, a.b",
    "*.b, a.b",
    "*, a",
    "**, a.b.c",
    "http.server.**, http.server",
    "http.server.**, http.server.request.stop",
    "**.stop, stop",
    "**.stop, a.b.stop",
    "**.stop, a.stop.b.stop",
    "a.**.c, a.c",
    "a.**.c, a.b.b.c",
    "a.**.c.*, a.c.c.d",
  })
  void matches_trueFor(String pattern, String name) {
    assertThat(EventPattern.of(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.b, a",
    "a.b, a.b.c",
    "a.b, a.c",
    "a.*, a",
    "a.*, a.b.c",
    "http.server.**, http.serverless",
    "http.server.**, http.client",
    "**.stop, a.stopped",
    "**.stop, stop.a",
    "a.**.c, a.b",
  })
  void matches_falseFor(String pattern, String name) {
    assertThat(EventPattern.of(pattern).matches(name)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', the event name is empty",
    ".a, the event name '.a' contains leading, trailing or consecutive dots",
    "a., the event name 'a.' contains leading, trailing or consecutive dots",
    "a..b, the event name 'a..b' contains leading, trailing or consecutive dots",
    "a.b c, the event name 'a.b c' contains a blank or control character",
    "a.*, 'the event name ''a.*'' contains ''*'', as only patterns may'",
  })
  void name_isRejected(String name, String message) {
    Bus bus = new Bus();
    // a comma ends the text in the table above
    assertThatThrownBy(() -> bus.event(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'', the event pattern is empty",
    "a..*, the event pattern 'a..*' contains leading",
    "a.b*, the event pattern 'a.b*' has a '*' that is not a whole segment",
    "a.***, the event pattern 'a.***' has a '*' that is not a whole segment",
  })
  void pattern_isRejected(String pattern, String message) {
    assertThatThrownBy(() -> EventPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void spanPrefix_isRejectedByItsOwnName() {
    assertThatThrownBy(() -> new Bus().span("a."))
        .hasMessage("the event name 'a.' contains leading, trailing or consecutive dots");
  }
}
