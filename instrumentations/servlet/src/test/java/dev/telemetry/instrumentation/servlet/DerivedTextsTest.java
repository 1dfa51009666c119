package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedTextsTest {
  private final DerivedTexts texts = new DerivedTexts(100, text -> text + "!");

  @Test
  void text_isDerivedOnce() {
    assertThat(texts.of("a")).isEqualTo("a!").isSameAs(texts.of("a"));
  }

  @Test
  void texts_areRememberedUpToTheLimit() {
    for (int i = 0; i < 1000; i++) {
      assertThat(texts.of("text " + i)).isEqualTo("text " + i + "!");
    }

    assertThat(texts.size()).isEqualTo(100);
  }
}
