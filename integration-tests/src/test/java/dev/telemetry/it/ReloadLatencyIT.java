package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What visitors notice of 10 reloads a second that add, change and remove metrics: nothing beyond
 * the spread of three runs without. Under the profile {@code matrix} only, for it needs a quiet
 * machine.
 */
@Isolated
@EnabledIfSystemProperty(named = "it.matrix", matches = "true")
final class ReloadLatencyIT {
  private static final int JAVA = 17;
  private static final int RUNS = 3;
  private static final Duration RUN = Duration.ofSeconds(12);

  /**
   * Until what reloads is compiled, for the compilers take more of the processors than it does: the
   * second one begins with a method that was called so often, and some are called once a reload.
   */
  private static final int COMPILED_AFTER = 5_000;

  private static final int WARM_UPS = 10;
  private static final Duration WARM_UP = Duration.ofMinutes(1);

  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

  /** What one run of the same kind may differ from another in, in milliseconds. */
  private static final double GRAIN = 0.5;

  @Test
  void slowestOfAThousand_isWithinTheSpreadOfRunsWithoutReloads() {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm = Library.on(JAVA).agent(ReloadFile.first(statsd));
      try (Library library = Library.open(JAVA, jvm)) {
        library.awaitStarted();
        ReloadFile file = new ReloadFile(jvm, library, statsd);
        warmUp(library, file);
        int before = library.told("reload").size();
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) { // by turns: what else the machine does hits both
          without.add(slowest(library, RUN, file::changeAnother));
          with.add(slowest(library, RUN, file::changeMetrics));
        }
        System.out.println("p99.9 in ms without reloads " + without + ", with " + with);
        double[] spread = values(without).sorted().toArray();

        assertThat(library.told("reload").size() - before)
            .isGreaterThan(RUNS * (int) RUN.toSeconds() * 10 / 2);
        assertThat(values(with).sorted().toArray()[RUNS / 2])
            .as("p99.9 with reloads %s, without %s", with, without)
            .isLessThanOrEqualTo(spread[RUNS - 1] + GRAIN);
      }
    }
  }

  /** By turns too: each kind of run has code of its own to compile. */
  private static void warmUp(Library library, ReloadFile file) {
    for (int i = 0; i < WARM_UPS; i++) {
      slowest(library, RUN, file::changeAnother);
      slowest(library, WARM_UP, file::changeMetrics);
    }
    assertThat(library.told("reload")).hasSizeGreaterThan(COMPILED_AFTER);
  }

  private static DoubleStream values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue);
  }

  /** Returns the 99.9th percentile in milliseconds, while something is done 10 times a second. */
  private static double slowest(Library library, Duration run, Runnable tenTimesASecond) {
    Visitors visitors = new Visitors(library);
    long end = System.nanoTime() + run.toNanos();
    for (long next = System.nanoTime(); next < end; next += BETWEEN) {
      tenTimesASecond.run();
      LockSupport.parkNanos(next + BETWEEN - System.nanoTime());
    }
    List<Long> took = visitors.leave().stream().sorted().toList();
    return took.get((int) (took.size() * 0.999)) / 1e6;
  }
}
