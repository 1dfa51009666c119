package dev.telemetry.instrumentation.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureRulesTest {
  private final FailureRules defaults = new FailureRules(FailureRules.DEFAULT);

  @Test
  void defaults_areServerErrorsTimeoutsAndWhateverIsThrown() {
    assertThat(defaults.errorType(null, false, false, 200)).isNull();
    assertThat(defaults.errorType(null, false, false, 404)).isNull();
    assertThat(defaults.errorType(null, false, false, 500)).isEqualTo("500");
    assertThat(defaults.errorType(null, false, false, 599)).isEqualTo("599");
    assertThat(defaults.errorType(null, true, false, 200)).isEqualTo("timeout");
    assertThat(defaults.errorType(null, false, true, 200)).isEqualTo("_OTHER");
    assertThat(defaults.errorType(new IOException(), true, false, 500))
        .isEqualTo("java.io.IOException");
    assertThat(defaults.errorType(new StackOverflowError(), false, false, null))
        .isEqualTo("java.lang.StackOverflowError");
  }

  @Test
  void statuses_areSingleClassesAndRanges() {
    FailureRules rules = new FailureRules(List.of("404", "41x", "450..452"));

    assertThat(failing(rules))
        .containsExactly(404, 410, 411, 412, 413, 414, 415, 416, 417, 418, 419, 450, 451, 452);
  }

  @Test
  void thrown_isNamedByItsClassOrOneAbove() {
    FailureRules rules = new FailureRules(List.of("java.io.IOException", "IllegalStateException"));

    assertThat(rules.isFailure(new FileNotFoundException())).isTrue();
    assertThat(rules.isFailure(new IllegalStateException())).isTrue();
    assertThat(rules.isFailure(new IllegalArgumentException())).isFalse();
    assertThat(rules.errorType(new IllegalArgumentException(), false, true, 500)).isNull();
  }

  @Test
  void noRules_meanThatNothingFails() {
    FailureRules rules = new FailureRules(List.of());

    assertThat(rules.errorType(new IOException(), true, true, 500)).isNull();
  }

  private static List<Integer> failing(FailureRules rules) {
    return java.util.stream.IntStream.range(100, 600)
        .filter(status -> rules.errorType(null, false, false, status) != null)
        .boxed()
        .toList();
  }
}
