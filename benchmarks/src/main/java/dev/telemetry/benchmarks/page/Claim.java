package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.results.Ratio;
import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.results.Samples.Pair;
import dev.telemetry.benchmarks.results.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One measure of one subject, which is not to exceed a bar.
 *
 * @param samples the numbers
 * @param subject what ran
 * @param measure what was measured
 * @param field who is compared
 */
record Claim(Samples samples, String subject, String measure, Field field) {

  /** The table that all claims are rows of. */
  static Table table() {
    return new Table("what", "limit here", "best other", "two of the same", "bar", "ours", "");
  }

  /** Adds the ratios to the base, compared round by round. */
  void ratio(Table table, String what, double bar) {
    Ratio ours = ratio(field.ours());
    row(
        table,
        List.of(what, ratio(field.limit()).toString(), best(variant -> ratio(variant).mid())),
        List.of(ratio(field.again()).toString(), Double.toString(bar), ours.toString()),
        ours.atMost(bar));
  }

  /** Adds what each takes more than the base: a count, taken as it is. */
  void added(Table table, String what, double bar) {
    plain(table, what, bar, this::added);
  }

  /** Adds what each takes. */
  void whole(Table table, String what, double bar) {
    plain(table, what, bar, this::median);
  }

  private void plain(Table table, String what, double bar, ToDoubleFunction<String> number) {
    double ours = number.applyAsDouble(field.ours());
    String limit = Numbers.plain(number.applyAsDouble(field.limit()));
    String again = Numbers.plain(number.applyAsDouble(field.again()));
    row(
        table,
        List.of(what, limit, best(number)),
        List.of(again, Numbers.plain(bar), Numbers.plain(ours)),
        Verdict.of(ours, bar));
  }

  private static void row(Table table, List<String> before, List<String> after, Verdict verdict) {
    List<String> cells = new ArrayList<>(before);
    cells.addAll(after);
    cells.add(verdict.toString());
    table.row(cells);
  }

  private String best(ToDoubleFunction<String> number) {
    return field.others().stream()
        .filter(other -> Double.isFinite(number.applyAsDouble(other)))
        .min(Comparator.comparingDouble(number))
        .map(other -> Numbers.plain(number.applyAsDouble(other)) + " " + other)
        .orElse("");
  }

  private Ratio ratio(String variant) {
    return samples.ratio(subject, measure, new Pair(variant, field.base()));
  }

  private double added(String variant) {
    return median(variant) - median(field.base());
  }

  private double median(String variant) {
    return samples.median(subject, variant, measure);
  }
}
