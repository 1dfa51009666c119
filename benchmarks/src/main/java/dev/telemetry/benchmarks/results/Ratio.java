package dev.telemetry.benchmarks.results;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A ratio from paired rounds, with its 95 % interval: the geometric mean of the rounds' ratios, and
 * Student's t on their logarithms. A slow minute of the machine slows both of a pair, so it
 * cancels; logarithms, because twice as slow and twice as fast are the same distance.
 *
 * @param mid the geometric mean; not a number where no round has both
 * @param low the interval's lower end; 0 where fewer than two rounds have both
 * @param high its upper end; infinite then
 * @param rounds how many rounds have both
 */
public record Ratio(double mid, double low, double high, int rounds) {
  /** The 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom. */
  private static final double[] T = {
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160,
    2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056,
    2.052, 2.048, 2.045, 2.042
  };

  /** Compares the rounds that both have and in which both are positive. */
  public static Ratio paired(Map<Integer, Double> of, Map<Integer, Double> to) {
    double[] logs =
        of.keySet().stream()
            .filter(round -> of.get(round) > 0 && to.getOrDefault(round, 0.0) > 0)
            .mapToDouble(round -> Math.log(of.get(round) / to.get(round)))
            .toArray();
    double mean = Arrays.stream(logs).average().orElse(Double.NaN);
    if (logs.length < 2) {
      return new Ratio(Math.exp(mean), 0, Double.POSITIVE_INFINITY, logs.length);
    }
    double half = half(logs, mean);
    return new Ratio(Math.exp(mean), Math.exp(mean - half), Math.exp(mean + half), logs.length);
  }

  private static double half(double[] logs, double mean) {
    int freedom = logs.length - 1;
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    double t = freedom <= T.length ? T[freedom - 1] : 1.96;
    return t * Math.sqrt(squares / freedom / logs.length);
  }

  /** Tells whether there is anything to tell. */
  public boolean isKnown() {
    return rounds > 0;
  }

  /**
   * How far from 1 the interval reaches: of two runs of the same thing, the smallest difference
   * that this machine could show.
   */
  public double reach() {
    return Math.max(high - 1, 1 - low);
  }

  /** What the interval says of an upper limit. */
  public Verdict atMost(double limit) {
    if (!isKnown()) {
      return Verdict.NOT_MEASURED;
    }
    if (high <= limit) {
      return Verdict.HOLDS;
    }
    return low > limit ? Verdict.MISSED : Verdict.NOT_RESOLVED;
  }

  /**
   * What the interval says of "less", where two runs of the same thing differ by as much as that.
   *
   * @param reach of the ratio of such runs, see {@link #reach()}
   */
  public Verdict less(double reach) {
    if (!isKnown()) {
      return Verdict.NOT_MEASURED;
    }
    if (high < 1 && 1 - mid > reach) {
      return Verdict.HOLDS;
    }
    return low > 1 && mid - 1 > reach ? Verdict.MISSED : Verdict.NOT_RESOLVED;
  }

  /** As {@code 1.08 (1.05 to 1.11)}. */
  @Override
  public String toString() {
    if (!isKnown()) {
      return "";
    }
    return rounds < 2
        ? String.format(Locale.ROOT, "%.2f (one round)", mid)
        : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", mid, low, high);
  }
}
