package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What visitors notice of 10 reloads a second that add, change and remove metrics, once they are
 * compiled: nothing beyond the spread of three runs without. Under the profile {@code matrix} only,
 * for it needs a quiet machine.
 */
@Isolated
@EnabledIfSystemProperty(named = "it.matrix", matches = "true")
final class ReloadLatencyIT {
  private static final int JAVA = 17;
  private static final int RUNS = 3;
  private static final Duration RUN = Duration.ofSeconds(15);

  /**
   * Compilers begin at a tenth of the usual calls. A request may wait 4 ms behind one, the kernel's
   * tick, and it compiles each method of a reload but once: that is not what this is about.
   */
  private static final String COMPILE_EARLY = "-XX:CompileThresholdScaling=0.1";

  /** Until all is compiled that every tenth reload calls: the last compiler waits for 500 calls. */
  private static final int COMPILED_AFTER = 5_000;

  private static final int WARM_UPS = 3;
  private static final Duration WARM_UP = Duration.ofMinutes(1);

  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

  /** Nobody reads what is reported, for that would be more work in one kind of run. */
  private static DatagramSocket unread;

  private static Library library;
  private static ReloadFile file;

  /** How long visitors rest behind an answer, and so how busy the processors are. */
  enum Load {
    FULL(0, 0),
    HALF(250, 0.5),
    LIGHT(3_000, 0.5);

    final Duration rest;

    /**
     * What runs of the same kind differ by when little waits for a processor, in milliseconds: by
     * which of them meets what else the machine does.
     */
    final double grain;

    Load(int restMicros, double grain) {
      this.rest = Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(restMicros));
      this.grain = grain;
    }
  }

  @BeforeAll
  static void start() throws IOException {
    unread = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    int port = unread.getLocalPort();
    ForkedJvm jvm = Library.on(JAVA).flags(COMPILE_EARLY).agent(ReloadFile.first(port));
    library = Library.open(JAVA, jvm);
    library.awaitStarted();
    file = new ReloadFile(jvm, library, port);
    warmUp();
  }

  @AfterAll
  static void stop() {
    library.close();
    unread.close();
  }

  /** By turns: each load, and each kind of run, has code of its own to compile. */
  private static void warmUp() {
    for (int i = 0; i < WARM_UPS; i++) {
      for (Load load : Load.values()) {
        slowest(load, RUN, file::changeAnother);
        slowest(load, WARM_UP, file::changeMetrics);
      }
    }
    assertThat(library.told("reload")).hasSizeGreaterThan(COMPILED_AFTER);
  }

  @ParameterizedTest
  @EnumSource(Load.class)
  void slowestOfAThousand_isWithinTheSpreadOfRunsWithoutReloads(Load load) {
    int before = library.told("reload").size();
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) { // by turns: what else the machine does hits both
      without.add(slowest(load, RUN, file::changeAnother));
      with.add(slowest(load, RUN, file::changeMetrics));
    }
    System.out.println(load + ": p99.9 in ms without reloads " + without + ", with " + with);
    double[] spread = values(without).sorted().toArray();

    assertThat(library.told("reload").size() - before)
        .isGreaterThan(RUNS * (int) RUN.toSeconds() * 10 / 2);
    assertThat(values(with).sorted().toArray()[RUNS / 2])
        .as("p99.9 with reloads %s, without %s", with, without)
        .isLessThanOrEqualTo(spread[RUNS - 1] + load.grain);
  }

  private static DoubleStream values(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue);
  }

  /** Returns the 99.9th percentile in milliseconds, while something is done 10 times a second. */
  private static double slowest(Load load, Duration run, Runnable tenTimesASecond) {
    Visitors visitors = new Visitors(library, load.rest);
    long end = System.nanoTime() + run.toNanos();
    for (long next = System.nanoTime(); next < end; next += BETWEEN) {
      tenTimesASecond.run();
      LockSupport.parkNanos(next + BETWEEN - System.nanoTime());
    }
    long[] took = visitors.leave();
    Arrays.sort(took);
    return took[(int) (took.length * 0.999)] / 1e6;
  }
}
