package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.results.Ratio;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.results.Samples.Pair;
import java.util.List;

/**
 * Us against others, each by the ratio of ours to theirs.
 *
 * @param samples the numbers
 * @param ours our variant
 * @param same two variants that are the same thing: what the machine can't tell apart
 * @param others the others' variants
 */
record Duel(Samples samples, String ours, Pair same, List<String> others) {

  /** Adds a row for each of the others that was measured. */
  void rows(Table table, String subject, String measure) {
    double reach = reach(subject, measure);
    for (String other : others) {
      Ratio ratio = samples.ratio(subject, measure, new Pair(ours, other));
      if (ratio.isKnown()) {
        table.row(
            subject + ", " + measure,
            other,
            Numbers.plain(samples.median(subject, ours, measure)),
            Numbers.plain(samples.median(subject, other, measure)),
            ratio.toString(),
            ratio.less(reach).toString());
      }
    }
  }

  private double reach(String subject, String measure) {
    Ratio ratio = samples.ratio(subject, measure, same);
    return ratio.isKnown() ? ratio.reach() : 0;
  }

  static Table table() {
    return new Table("what", "the other", "ours", "theirs", "ours of theirs", "ours is less");
  }
}
