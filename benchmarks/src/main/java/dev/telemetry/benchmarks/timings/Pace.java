package dev.telemetry.benchmarks.timings;

import java.util.Arrays;

/**
 * How fast timings are recorded, and into what.
 *
 * @param rate timings a second, of all threads together
 * @param series over how many series
 * @param threads by how many threads
 */
record Pace(int rate, int series, int threads) {

  /** Reads what {@link #toString} has written. */
  static Pace parse(String text) {
    int[] numbers = Arrays.stream(text.split(":")).mapToInt(Integer::parseInt).toArray();
    return new Pace(numbers[0], numbers[1], numbers[2]);
  }

  /** How many each thread records in a millisecond. */
  int perTick() {
    return rate / 1_000 / threads;
  }

  @Override
  public String toString() {
    return rate + ":" + series + ":" + threads;
  }
}
