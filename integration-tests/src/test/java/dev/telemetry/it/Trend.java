package dev.telemetry.it;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers of one kind, taken at equal distances, and where they are going. */
final class Trend {
  private final String name;
  private final List<Double> numbers = new ArrayList<>();

  Trend(String name) {
    this.name = name;
  }

  void add(long number) {
    numbers.add((double) number);
  }

  /**
   * By how much they grow over their last two thirds: the median of the slopes of all pairs, which
   * single peaks do not move.
   */
  double growth() {
    List<Double> late = late();
    List<Double> slopes = new ArrayList<>();
    for (int from = 0; from < late.size(); from++) {
      for (int to = from + 1; to < late.size(); to++) {
        slopes.add((late.get(to) - late.get(from)) / (to - from));
      }
    }
    return slopes.isEmpty() ? 0 : median(slopes) * (late.size() - 1);
  }

  /** What is usual in the last two thirds. */
  double median() {
    return median(late());
  }

  private List<Double> late() {
    return numbers.subList(numbers.size() / 3, numbers.size());
  }

  private static double median(List<Double> numbers) {
    List<Double> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }

  @Override
  public String toString() {
    return String.format("%s: %+.2f at %.0f, %s", name, growth(), median(), numbers);
  }
}
