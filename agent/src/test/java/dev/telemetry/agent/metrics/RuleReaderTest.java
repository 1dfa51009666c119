package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          POST                | POST              | PUT
          POST                | POST              | -
          200                 | 200               | 2000
          = absent            | absent            | -
          = 2xx               | 2xx               | 200
          =*                  | *                 | x
          GET*                | GET               | PGET
          GET*                | GETTER            | GE
          /api/*              | /api/users        | /api/users/1
          /api/**             | /api/users/1      | /apis
          /api/**             | /api              | /ap
          **/health           | /a/b/health       | /a/b/healthy
          /a/*/c/**/e         | /a/b/c/d/d/e      | /a/b/b/c/d/e
          *.css               | a.css             | a/b.css
          **a*b               | x/a/acb           | x/a/c/b
          *                   | anything/at all   | -
          present             | x                 | -
          absent              | -                 | x
          5xx                 | 500               | 600
          5XX                 | 599               | 499
          100..199            | 100               | 200
          100..199            | 199               | 99.9
          -1..1               | -1                | -1.5
          >= 500              | 500               | 499
          > 500               | 500.5             | 500
          <500                | 499               | 500
          <= 500              | 500               | 501
          > -1                | 0                 | -1
          > 500               | 501               | many
          != GET              | POST              | GET
          != GET              | -                 | GET
          != 2xx              | 404               | 204
          !=  /health*        | /api              | /healthz
          != absent           | x                 | -
          != = absent         | -                 | absent
          """)
  void rule_passesOneAndRefusesAnother(
      String rule, @Nullable String passing, @Nullable String refused) {
    ValueMatcher test = RuleReader.read("x", rule);

    assertThat(test.testText(passing)).isTrue();
    assertThat(test.testText(refused)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          5           | 5       | 6
          present     | 0       |
          *           | 0       |
          5xx         | 599     | 600
          > 200ms     | 2.01e8  | 2e8
          <= 1.5s     | 1.5e9   | 1.6e9
          >1min       | 6.1e10  | 6e10
          >=1m        | 6e10    | 5.9e10
          < 1h        | 3.5e12  | 3.6e12
          > 10us      | 10001   | 10000
          >10\u00b5s  | 10001   | 10000
          > 5 ns      | 6       | 5
          > 1kB       | 1001    | 1000
          > 1KiB      | 1025    | 1024
          > 1MiB      | 1048577 | 1048576
          1ms..5ms    | 5e6     | 5000001
          != 5        | 6       | 5
          """)
  void rule_decidesOnMeasurements(String rule, double passing, @Nullable Double refused) {
    ValueMatcher test = RuleReader.read("x", rule);

    assertThat(test.testNumber(passing)).isTrue();
    if (refused != null) {
      assertThat(test.testNumber(refused)).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x        | > many   | a number behind >, with or without a unit such as ms or KiB
          x        | <=       | a number behind <=, with or without a unit such as ms or KiB
          x        | > 5 mss  | a number behind >, with or without a unit such as ms or KiB
          x        | !=       | a value behind !=
          x        | =        | a value behind =
          x        | 5..1     | a range such as 100..199, the smaller number first
          x        | 5..      | a range such as 100..199, the smaller number first
          x        | 5..b     | a range such as 100..199, the smaller number first
          duration | > 200    | a duration with its unit, such as "> 200ms"
          duration | 1..5     | a duration with its unit, such as "> 200ms"
          duration | 200      | a duration with its unit, such as "> 200ms"
          duration | != fast  | a duration with its unit, such as "> 200ms"
          """)
  void wrongRule_saysWhatIsExpected(String key, String rule, String expected) {
    assertThatThrownBy(() -> RuleReader.read(key, rule))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(expected);
  }

  @ParameterizedTest
  @CsvSource({"> 0,1,0", "present,0,", "0..1s,1,2e9"})
  void duration_needsNoUnitWhereItMeansTheSame(
      String rule, double passing, @Nullable Double refused) {
    ValueMatcher test = RuleReader.read("duration", rule);

    assertThat(test.testNumber(passing)).isTrue();
    assertThat(refused != null && test.testNumber(refused)).isFalse();
  }
}
