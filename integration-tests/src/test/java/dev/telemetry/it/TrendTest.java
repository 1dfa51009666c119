package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  private final Trend trend = new Trend("bytes");

  @Test
  void numbersThatGrow_growByTheirLastTwoThirds() {
    IntStream.range(0, 30).forEach(i -> trend.add(100 + 2 * i));

    assertThat(trend.growth()).isCloseTo(2 * 19, within(0.1));
  }

  @Test
  void beginning_isNoGrowth() {
    IntStream.range(0, 30).forEach(i -> trend.add(Math.min(i, 9)));

    assertThat(trend.growth()).isZero();
  }

  @Test
  void singlePeaks_areNoGrowth() {
    IntStream.range(0, 30).forEach(i -> trend.add(i % 7 == 0 ? 900 : 100));

    assertThat(trend.growth()).isZero();
    assertThat(trend.median()).isEqualTo(100);
  }
}
