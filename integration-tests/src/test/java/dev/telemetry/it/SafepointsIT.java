package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * An application of 5,000 threads is stopped for nothing else, and no longer, because its threads
 * are counted: three runs with the agent and three without, in turn. Writes the figures to {@code
 * target/safepoints.txt}.
 */
@Isolated
@EnabledIfSystemProperty(named = "it.matrix", matches = "true")
final class SafepointsIT {
  private static final int RUNS = 3;
  private static final int THREADS = 5000;
  private static final int SECONDS = 10;

  /** What Java 17 stops for by itself now and then, whatever runs; it comes in some runs only. */
  private static final String CLEANUP = "Cleanup";

  /** The operation, threads in all, nanoseconds in all. */
  private static final Pattern STOP =
      Pattern.compile("(\\w+)\\s+\\[\\s+(\\d+)\\s+\\d+\\s*\\]\\[[\\s\\d]*?(\\d+)\\s*\\]\\s+\\d+");

  /** The stops of some runs. */
  private static final class Stops {
    private final Set<String> operations = new TreeSet<>();
    private final List<Double> longest = new ArrayList<>();
    private final List<Double> all = new ArrayList<>();

    /** Takes those of one run while all threads were there. */
    void add(ForkedJvm jvm) {
      assertThat(jvm.run().stdout()).contains("rested");
      int before = all.size();
      Trees.read(jvm.folder().resolve("safepoints.log")).lines().forEach(this::add);
      assertThat(all).hasSizeGreaterThan(before + 10);
      longest.add(Collections.max(all.subList(before, all.size())));
    }

    private void add(String line) {
      Matcher stop = STOP.matcher(line);
      if (stop.find()
          && !stop.group(1).equals(CLEANUP)
          && Integer.parseInt(stop.group(2)) >= THREADS) {
        operations.add(stop.group(1));
        all.add(Math.round(Double.parseDouble(stop.group(3)) / 1e5) / 10.0);
      }
    }

    double median() {
      return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
      return "longest " + longest + " median " + median() + " for " + operations;
    }
  }

  @OnJava({17, 26})
  void fiveThousandThreads_areStoppedNoLonger(int java) throws IOException {
    Stops with = new Stops();
    Stops without = new Stops();
    for (int run = 0; run < RUNS; run++) {
      without.add(app(java));
      try (StatsdSocket statsd = new StatsdSocket()) {
        String yaml = statsd.reporters() + "instrumentations: {vm: {every: 500ms}}\n";
        with.add(app(java).agent(yaml));
        assertThat(statsd.lines()).anyMatch(line -> line.matches("jvm.thread.count:250\\d.*"));
      }
    }
    tell("Java " + java + ", ms: with " + with + ", without " + without + "\n");

    assertThat(with.operations).isEqualTo(without.operations);
    // the longest are the machine's whims; a dump of the threads takes 40 ms and more, every time
    assertThat(with.median()).isLessThan(without.median() + 10);
    assertThat(Collections.min(with.longest)).isLessThan(Collections.max(without.longest) + 10);
  }

  private static ForkedJvm app(int java) {
    return ForkedJvm.on(java)
        .classPath(Programs.jar("vm"))
        .flags("-XX:+UseSerialGC", "-Xmx512m", "-Xmn32m", "-XX:MetaspaceSize=64m")
        .flags("-Xlog:safepoint*:file=safepoints.log")
        .program("example.vm.ManyThreads", "" + THREADS, "" + SECONDS);
  }

  private static void tell(String line) throws IOException {
    Path file = Artifacts.target().resolve("safepoints.txt");
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
