package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotalsTest {
  private final Totals totals = new Totals();

  @Test
  void counter_addsUpWhatTheRateLeftOut() {
    add("a:2|c", "a:3|c|@0.5");

    assertThat(only().count()).isEqualTo(2);
    assertThat(only().value()).isEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {"a:7|g,a:+3|g,a:-2|g 8", "a:7|g,a:5|g 5", "a:-18|g -18", "a:0|g,a:-18|g,a:+1|g -17"})
  void gauge_goesUpAndDownBySignedValues(String lines, double value) {
    add(lines.split(",", -1));

    assertThat(only().value()).isEqualTo(value);
  }

  @Test
  void timer_hasSumAndPercentiles() {
    for (int i = 1; i <= 100; i++) {
      add("a:" + i + "|ms");
    }

    assertThat(only().count()).isEqualTo(100);
    assertThat(only().value()).isEqualTo(5050);
    assertThat(only().window().percentile(0.5)).isEqualTo(50);
    assertThat(only().window().percentile(0.95)).isEqualTo(95);
    assertThat(only().window().max()).isEqualTo(100);
  }

  @Test
  void timer_countsWhatTheRateLeftOut() {
    add("a:10|ms|@0.1");

    assertThat(only().count()).isEqualTo(10);
    assertThat(only().value()).isEqualTo(100);
  }

  @Test
  void timer_forgetsOldValuesButNotTheGreatest() {
    add("a:1000000|ms");
    for (int i = 0; i < 5000; i++) {
      add("a:7|ms");
    }

    assertThat(only().window().percentile(1)).isEqualTo(7);
    assertThat(only().window().max()).isEqualTo(1000000);
  }

  @Test
  void set_countsDifferentMembers() {
    add("a:joe|s", "a:ann|s", "a:joe|s");

    assertThat(only().value()).isEqualTo(2);
  }

  @Test
  void serviceCheck_keepsTheLastStatus() {
    add("_sc|a|2", "_sc|a|0", "_sc|a|1");

    assertThat(only().value()).isEqualTo(1);
  }

  @Test
  void series_areApartByNameTagsAndType() {
    add("a:1|c", "a:1|g", "a:1|c|#k:v", "a:1|c|#k:w", "b:1|c", "a:1|c");

    assertThat(totals.series()).hasSize(5);
  }

  @Test
  void lines_areCountedWithTheBadOnes() {
    add("a:1|c", "foo", "a:1:2|d");

    assertThat(totals.lines()).isEqualTo(3);
    assertThat(totals.bad()).isEqualTo(1);
  }

  @Test
  void table_alignsItsColumns() {
    add("a.longer:1|c|#k:v", "b:1.25|ms", "foo");

    assertThat(TotalsTable.of(totals))
        .containsExactly(
            "  -- 2 series from 3 lines, 1 of them bad",
            "  name      type  count  value   p50   p95   max  tags",
            "  a.longer  c         1      1                    k:v",
            "  b         ms        1   1.25  1.25  1.25  1.25");
  }

  @ParameterizedTest
  @CsvSource({
    "100,100",
    "0,0",
    "-0.5,-0.5",
    "1.23456,1.235",
    "12.10,12.1",
    "1e20,1.0E20",
    "NaN,''"
  })
  void number_hasNoIdleZeros(double value, String text) {
    assertThat(Text.number(value)).isEqualTo(text);
  }

  private void add(String... lines) {
    for (String line : lines) {
      totals.add(Flavor.AUTO.reader().read(line));
    }
  }

  private Series only() {
    assertThat(totals.series()).hasSize(1);
    return totals.series().values().iterator().next();
  }
}
