package dev.telemetry.instrumentation.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.CharBuffer;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventNamesTest {
  private final EventNames names = of(WebSocketEvents.POINTERS);

  private static EventNames of(List<String> pointers) {
    return new EventNames(new AtomicReference<>(pointers));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/a/b | {\"x\":{},\"a\":{\"x\":[],\"b\":\"deep\"}} | deep",
        "/0 | [\"first\",{}] | first",
        "/1/name | [{\"name\":\"no\"}, {\"name\":\"yes\"}] | yes",
        "/2 | [\"one\",\"two\"] | _unnamed",
        "/a~1b/~0 | {\"a/b\":{\"~\":\"odd\"}} | odd",
        "/a/b | {\"a\":\"b\"} | _unnamed",
        "/0 | {\"0\":\"key\"} | key",
      })
  void pointer_leadsIntoObjectsAndArrays(String pointer, String text, String name) {
    assertThat(of(List.of(pointer)).of(text, null)).isEqualTo(name);
  }

  @Test
  void newPointers_holdFromNowOn() {
    AtomicReference<List<String>> pointers = new AtomicReference<>(List.of("/a"));
    EventNames changing = new EventNames(pointers);
    assertThat(changing.of("{\"a\":\"x\",\"b\":\"y\"}", null)).isEqualTo("x");

    pointers.set(List.of("/b"));

    assertThat(changing.of("{\"a\":\"x\",\"b\":\"y\"}", null)).isEqualTo("y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"event\":\"red\"} | red",
        " { \"type\" : \"blue\" , \"x\" : 1 } | blue",
        "{\"action\":\"a\",\"type\":\"t\",\"event\":\"e\"} | e",
        "{\"x\":{\"event\":\"inner\"},\"type\":\"outer\"} | outer",
        "{\"x\":[1,{\"a\":\"}\"},\"]\"],\"event\":\"behind\"} | behind",
        "{\"x\":\"quoted \\\" , \\\"event\\\":\",\"event\":\"real\"} | real",
        "{\"event\":1,\"type\":\"t\"} | t",
        "{\"event\":null,\"n\":-1.5e3,\"b\":true,\"action\":\"go\"} | go",
      })
  void name_isTheFirstWantedMember(String text, String name) {
    assertThat(names.of(text, null)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "red",
        "{",
        "{}",
        "[]",
        "{\"event\"",
        "{\"event\":",
        "{\"event\":\"red",
        "{event:\"red\"}",
        "{\"event\":{\"event\":\"x\"}}",
        "[{\"event\":\"x\"}]",
        "{\"event\":\"\"}",
        "{\"a\" \"event\":\"x\"}"
      })
  void whatHasNoName_isUnnamed(String text) {
    assertThat(names.of(text, null)).isEqualTo("_unnamed");
  }

  @Test
  void namesBeyondTheLimit_areOther() {
    for (int i = 0; i < EventNames.NAMES; i++) {
      assertThat(names.of("{\"event\":\"n" + i + "\"}", null)).isEqualTo("n" + i);
    }

    assertThat(names.of("{\"event\":\"one more\"}", null)).isEqualTo("_other");
    assertThat(names.of("{\"event\":\"n7\"}", null)).isEqualTo("n7");
  }

  @Test
  void knownName_isTheSameObject() {
    CharBuffer text = CharBuffer.wrap("{\"event\":\"red\"}");

    assertThat(names.of(text, null)).isSameAs(names.of(text.toString(), null));
  }

  @Test
  void randomText_isNoError() {
    Random random = new Random(7);
    String letters = "{}[]\":,\\ eventyp1";
    for (int round = 0; round < 100_000; round++) {
      StringBuilder text = new StringBuilder("{");
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThatCode(() -> names.of(text, null)).as(text.toString()).doesNotThrowAnyException();
    }
  }
}
