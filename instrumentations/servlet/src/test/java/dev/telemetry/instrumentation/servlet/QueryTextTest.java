package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "page=1, 1",
        "a=b&page=2&page=3, 2",
        "page, ''",
        "page=, ''",
        "page=a%20b+c, a b c",
        "page=%C3%A4, ä",
        "page=100%, 100%",
        "page=a=b, a=b",
        "homepage=1, none",
        "pages=1, none",
        "a=page, none",
        "&&page=4&, 4",
        "'', none"
      })
  void value_isTheFirstOfThatName(String query, @Nullable String value) {
    assertThat(QueryText.value(query, "page")).isEqualTo(value);
  }

  @Test
  void noQuery_hasNoValues() {
    assertThat(QueryText.value(null, "page")).isNull();
  }

  @Test
  void cut_leaves200CharactersAndNoHalfOnes() {
    assertThat(QueryText.cut("x".repeat(500))).hasSize(200);
    assertThat(QueryText.cut("x".repeat(199) + "\uD83D\uDE00")).hasSize(199);
    assertThat(QueryText.value("page=" + "%41".repeat(500), "page")).hasSize(200);
  }
}
