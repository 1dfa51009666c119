package dev.telemetry.benchmarks.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTest {

  @Test
  void paired_comparesWithinRoundsOnly() {
    Ratio ratio =
        Ratio.paired(Map.of(1, 2.0, 2, 20.0, 3, 200.0), Map.of(1, 1.0, 2, 10.0, 3, 100.0));

    assertThat(ratio.mid()).isCloseTo(2, within(1e-9));
    assertThat(ratio.low()).isCloseTo(2, within(1e-9));
    assertThat(ratio.high()).isCloseTo(2, within(1e-9));
    assertThat(ratio.rounds()).isEqualTo(3);
  }

  @Test
  void interval_isStudentsOnTheLogarithms() {
    // logarithms -0.1, 0, 0.1: deviation 0.1, and t is 4.303 for two degrees of freedom
    Map<Integer, Double> ones = Map.of(1, 1.0, 2, 1.0, 3, 1.0);
    Ratio ratio = Ratio.paired(Map.of(1, Math.exp(-0.1), 2, 1.0, 3, Math.exp(0.1)), ones);

    double half = 4.303 * 0.1 / Math.sqrt(3);
    assertThat(ratio.low()).isCloseTo(Math.exp(-half), within(1e-9));
    assertThat(ratio.high()).isCloseTo(Math.exp(half), within(1e-9));
  }

  @Test
  void roundsThatOnlyOneHas_areLeftOut() {
    Ratio ratio = Ratio.paired(Map.of(1, 3.0, 2, 3.0), Map.of(2, 1.0, 3, 9.0));

    assertThat(ratio.mid()).isCloseTo(3, within(1e-9));
    assertThat(ratio.rounds()).isEqualTo(1);
  }

  @Test
  void oneRound_resolvesNothing() {
    Ratio ratio = Ratio.paired(Map.of(1, 3.0), Map.of(1, 1.0));

    assertThat(ratio.atMost(1.12)).isEqualTo(Verdict.NOT_RESOLVED);
    assertThat(ratio.less(0)).isEqualTo(Verdict.NOT_RESOLVED);
    assertThat(ratio).hasToString("3.00 (one round)");
  }

  @Test
  void noRound_isNotMeasured() {
    Ratio ratio = Ratio.paired(Map.of(), Map.of(1, 1.0));

    assertThat(ratio.atMost(1)).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(ratio.less(0)).isEqualTo(Verdict.NOT_MEASURED);
    assertThat(ratio).hasToString("");
  }

  @Test
  void limit_holdsOnlyWithTheWholeInterval() {
    Ratio ratio = new Ratio(1.08, 1.05, 1.11, 10);

    assertThat(ratio.atMost(1.12)).isEqualTo(Verdict.HOLDS);
    assertThat(ratio.atMost(1.09)).isEqualTo(Verdict.NOT_RESOLVED);
    assertThat(ratio.atMost(1.04)).isEqualTo(Verdict.MISSED);
    assertThat(ratio).hasToString("1.08 (1.05 to 1.11)");
  }

  @Test
  void less_hasToExceedWhatTheMachineCannotTell() {
    Ratio ratio = new Ratio(0.9, 0.85, 0.95, 10);

    assertThat(ratio.less(0.05)).isEqualTo(Verdict.HOLDS);
    assertThat(ratio.less(0.15)).isEqualTo(Verdict.NOT_RESOLVED);
    assertThat(new Ratio(1.2, 1.1, 1.3, 10).less(0.05)).isEqualTo(Verdict.MISSED);
  }

  @Test
  void reach_isTheFartherEnd() {
    assertThat(new Ratio(1.01, 0.9, 1.05, 10).reach()).isCloseTo(0.1, within(1e-9));
    assertThat(new Ratio(1.01, 0.99, 1.05, 10).reach()).isCloseTo(0.05, within(1e-9));
  }
}
