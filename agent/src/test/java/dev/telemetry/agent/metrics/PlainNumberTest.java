package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {

  @ParameterizedTest
  @ValueSource(strings = {"0", "200", "-1", "1.5", "0.001", "123456789012345", "0.00000000000001"})
  void number_isThatOfTheVirtualMachine(String text) {
    assertThat(PlainNumber.of(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", ".", "1.", ".5", "1.2.3", "1e3", "0x10", "NaN", " 1", "1234567890123456"})
  void anythingElse_isNoNumber(String text) {
    assertThat(PlainNumber.of(text)).isNaN();
  }
}
