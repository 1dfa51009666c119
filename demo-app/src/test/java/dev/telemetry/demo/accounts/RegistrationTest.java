package dev.telemetry.demo.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RegistrationTest {

  @ParameterizedTest
  @CsvSource({"ab,12345678", "'  ab  ',12345678", "Grace Hopper,a long pass phrase"})
  void problem_isAbsentForWhatIsAccepted(String name, String password) {
    assertThat(new Registration(name, password).problem()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a,12345678,A name has 2 to 40 characters.",
    "'  a  ',12345678,A name has 2 to 40 characters.",
    "ab,1234567,A password has 8 to 200 characters."
  })
  void problem_saysWhatIsExpected(String name, String password, String problem) {
    assertThat(new Registration(name, password).problem()).contains(problem);
  }

  @Test
  void problem_refusesANameThatTheTableCannotHold() {
    assertThat(new Registration("x".repeat(41), "12345678").problem()).isPresent();
  }
}
