package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricUnitTest {
  @Test
  void convert_addsNoDigitsThatNobodyMeasured() {
    assertThat(MetricUnit.of("ms").convert(1_739_000)).hasToString("1.739");
    assertThat(1_739_000 * 1e-6).hasToString("1.7389999999999999");
  }

  @ParameterizedTest
  @CsvSource({
    "s,2.5e9,2.5",
    "ms,2.5e6,2.5",
    "us,2.5e3,2.5",
    "ns,2.5,2.5",
    "By,2.5,2.5",
    "kBy,2.5e3,2.5",
    "MBy,2.5e6,2.5",
    "{request},2.5,2.5"
  })
  void convert_dividesByTheUnit(String unit, double measured, double converted) {
    assertThat(MetricUnit.of(unit).convert(measured)).isEqualTo(converted);
  }

  @ParameterizedTest
  @CsvSource({
    "second,s",
    "millisecond,ms",
    "microsecond,us",
    "nanosecond,ns",
    "byte,By",
    "kilobyte,kBy",
    "megabyte,MBy"
  })
  void of_knowsNamesInFull(String name, String symbol) {
    assertThat(MetricUnit.of(name).symbol()).isEqualTo(symbol);
  }

  @Test
  void measured_givesWholeNanoseconds() {
    assertThat(MetricUnit.of("s").measured(0.29)).isEqualTo(290_000_000.0);
  }
}
