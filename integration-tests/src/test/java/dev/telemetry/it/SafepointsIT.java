package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * An application of 5,000 threads is stopped no longer, and for nothing else, because its threads
 * are counted: three runs with the agent and three without. Writes the figures to {@code
 * target/safepoints.txt}.
 */
@EnabledIfSystemProperty(named = "it.matrix", matches = "true")
final class SafepointsIT {
  private static final int RUNS = 3;
  private static final String THREADS = "5000";
  private static final String SECONDS = "10";

  /** The operation, threads in all, nanoseconds in all. */
  private static final Pattern STOP =
      Pattern.compile("(\\w+)\\s+\\[\\s+(\\d+)\\s+\\d+\\s*\\]\\[[\\s\\d]*?(\\d+)\\s*\\]\\s+\\d+");

  /** One stop of all threads. */
  private record Stop(String operation, double millis) {}

  @OnJava({17, 26})
  void fiveThousandThreads_areStoppedNoLonger(int java) throws Exception {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    Set<String> operationsWith = new TreeSet<>();
    Set<String> operationsWithout = new TreeSet<>();
    for (int run = 0; run < RUNS; run++) {
      without.add(longest(stops(app(java)), operationsWithout));
      try (StatsdSocket statsd = new StatsdSocket()) {
        String yaml = statsd.reporters() + "instrumentations: {vm: {every: 500ms}}\n";
        with.add(longest(stops(app(java).agent(yaml)), operationsWith));
        assertThat(statsd.lines()).anyMatch(line -> line.matches("jvm.thread.count:250\\d.*"));
      }
    }
    tell(
        "Java %d: longest stop, ms: with %s %s, without %s %s%n"
            .formatted(java, with, operationsWith, without, operationsWithout));

    assertThat(operationsWith).doesNotContain("ThreadDump", "PrintThreads");
    assertThat(median(with)).isLessThan(2 * median(without) + 10);
  }

  private static ForkedJvm app(int java) {
    return ForkedJvm.on(java)
        .classPath(Programs.jar("vm"))
        .flags("-XX:+UseSerialGC", "-Xmx512m", "-XX:MetaspaceSize=64m")
        .flags("-Xlog:safepoint*:file=safepoints.log")
        .program("example.vm.ManyThreads", THREADS, SECONDS);
  }

  /** The stops while all threads were there. */
  private static List<Stop> stops(ForkedJvm jvm) throws Exception {
    assertThat(jvm.run().stdout()).contains("rested");
    Path log = jvm.folder().resolve("safepoints.log");
    List<Stop> stops = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      Matcher stop = STOP.matcher(line);
      if (stop.find() && Integer.parseInt(stop.group(2)) >= Integer.parseInt(THREADS)) {
        stops.add(new Stop(stop.group(1), Double.parseDouble(stop.group(3)) / 1e6));
      }
    }
    assertThat(stops).hasSizeGreaterThan(10);
    return stops;
  }

  private static double longest(List<Stop> stops, Set<String> operations) {
    operations.addAll(stops.stream().map(Stop::operation).collect(Collectors.toSet()));
    double longest = stops.stream().mapToDouble(Stop::millis).max().orElseThrow();
    return Math.round(longest * 10) / 10.0;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private static void tell(String line) throws Exception {
    Path file = Artifacts.target().resolve("safepoints.txt");
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
