package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {

  /** Many bounds in one fine bucket, on its edges, at zero and beyond both ends. */
  private static final double[] SHARP = {
    -5, 0, 1e-300, 1, 1.01, 1.02, 1.125, 2, 1e6, 1e6 + 1, 1e18, 1e300
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cells_tellBothKindsOfCounts(long seed) {
    Random random = new Random(seed);
    Bounds bounds = new Bounds(SHARP, MetricUnit.of(""));
    long[] cells = new long[bounds.cells()];
    long[] fine = new long[Buckets.COUNT];
    long[] own = new long[SHARP.length + 1];
    for (int i = 0; i < 20_000; i++) {
      double value = value(random);
      cells[bounds.cellOf(value)]++;
      fine[Buckets.indexOf(value)]++;
      own[(int) Arrays.stream(SHARP).filter(bound -> value > bound).count()]++;
    }
    assertThat(bounds.fineOf(cells)).isEqualTo(fine);
    assertThat(bounds.ownOf(cells)).isEqualTo(own);
  }

  private static double value(Random random) {
    double near = SHARP[random.nextInt(SHARP.length)];
    return switch (random.nextInt(5)) {
      case 0 -> near;
      case 1 -> Math.nextUp(near);
      case 2 -> Math.nextDown(near);
      case 3 -> near * random.nextDouble() * 2;
      default -> Math.exp(random.nextGaussian() * 20);
    };
  }

  @Test
  void cells_areThoseOfTheFineBucketsWithoutBounds() {
    Bounds bounds = new Bounds(new double[0], MetricUnit.of("ms"));

    assertThat(bounds.cellOf(12_345)).isEqualTo(Buckets.indexOf(12_345));
    assertThat(bounds.cells()).isEqualTo(Buckets.COUNT);
  }
}
