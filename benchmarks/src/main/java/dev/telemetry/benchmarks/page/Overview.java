package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.results.Samples;
import dev.telemetry.benchmarks.results.Samples.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * All variants of a subject: the median of each measure, and what that is of the first variant.
 *
 * @param samples the numbers
 * @param base the variant that all are compared with
 * @param measures the measures that are compared
 * @param counts the measures that are only told
 */
record Overview(Samples samples, String base, List<String> measures, List<String> counts) {

  String markdown(String subject) {
    List<String> heads = new ArrayList<>(List.of(subject));
    for (String measure : measures) {
      heads.addAll(List.of(measure, "of " + base));
    }
    heads.addAll(counts);
    Table table = new Table(heads.toArray(String[]::new));
    variants(subject).forEach(variant -> table.row(cells(subject, variant)));
    return table.toString();
  }

  private List<String> variants(String subject) {
    return samples.variants(subject, measures.get(0));
  }

  private List<String> cells(String subject, String variant) {
    UnaryOperator<String> median =
        measure -> Numbers.plain(samples.median(subject, variant, measure));
    List<String> cells = new ArrayList<>(List.of(variant));
    for (String measure : measures) {
      cells.add(median.apply(measure));
      Pair pair = new Pair(variant, base);
      cells.add(variant.equals(base) ? "" : samples.ratio(subject, measure, pair).toString());
    }
    counts.forEach(count -> cells.add(median.apply(count)));
    return cells;
  }
}
