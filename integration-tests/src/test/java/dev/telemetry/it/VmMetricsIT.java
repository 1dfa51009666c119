package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The VM's metrics agree with its own beans and with {@code jcmd}, with every collector. */
@Execution(ExecutionMode.CONCURRENT)
final class VmMetricsIT {
  private static final int[] JAVAS = {8, 11, 17, 21, 25, 26};
  private static final String OFTEN = "instrumentations: {vm: {every: 200ms}}\n";

  /** What goes on at any time, such as a page of the code cache. */
  private static final double BYTES = 3 << 20;

  private static final String POLLED = "jvm.file_descriptor.count";

  @TestFactory
  Stream<DynamicTest> values_agreeWithTheVmsOwn() {
    return OnJava.Versions.chosen(JAVAS[0], JAVAS[JAVAS.length - 1])
        .boxed()
        .flatMap(
            java ->
                collectors(java).stream()
                    .map(
                        collector ->
                            DynamicTest.dynamicTest(
                                "Java " + java + " " + collector, () -> compare(java, collector))));
  }

  private static List<String> collectors(int java) {
    return java == 8
        ? List.of("Serial", "Parallel", "G1")
        : List.of("Serial", "Parallel", "G1", "Z");
  }

  private static void compare(int java, String collector) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm =
          app(java, statsd, OFTEN)
              .flags("-XX:+UnlockExperimentalVMOptions", "-XX:+Use" + collector + "GC")
              .flags(roomForTheStart(collector))
              .program("example.vm.Main");
      try (RunningProcess process = jvm.start()) {
        String pid = process.awaitOutput("ready (\\d+)@").group(1);
        statsd.awaitTotal(1, POLLED);
        JavaHome.of(java).jcmd(pid, "VM.flags"); // the thread that answers it is there from now on
        jvm.write("begin", "");
        process.awaitOutput("at rest");
        VmLines lines = new VmLines(statsd.lines());
        Values own = new Values(process.stdout());

        assertThat(process.stdout())
            .as("no collection before")
            .containsPattern("before \\{([^=]+=0,? ?)+}");
        own.assertEqualTo(lines);
        assertCollectionsCounted(own, lines);
        assertJcmdAgrees(java, pid, lines);
        jvm.write("end", "");
        assertThat(process.await().told("vm:")).isEmpty();
      }
    }
  }

  /** No collection may have ended before the agent could hear of it. */
  private static String[] roomForTheStart(String collector) {
    String young = collector.equals("Z") ? "-Xmx1g" : "-Xmn128m";
    return new String[] {"-Xms256m", "-Xmx256m", young, "-XX:MetaspaceSize=64m"};
  }

  /** Every collection is told, by whatever name the VM gives it. */
  private static void assertCollectionsCounted(Values own, VmLines lines) {
    assertThat(own.sum("jvm.gc.duration")).isGreaterThanOrEqualTo(5);
    assertThat(lines.sum("jvm.gc.duration")).isEqualTo(own.sum("jvm.gc.duration"));
  }

  private static void assertJcmdAgrees(int java, String pid, VmLines lines) {
    String info = JavaHome.of(java).jcmd(pid, "GC.heap_info").replaceFirst("(?s) *Metaspace.*", "");
    double used = bytes("used (\\d+)([KM])", info);
    assertThat(lines.sum("jvm.memory.used", "jvm.memory.type:heap"))
        .isCloseTo(used, within(2 * BYTES));
    Matcher heap = find("MaxHeapSize=(\\d+)", JavaHome.of(java).jcmd(pid, "VM.flags"));
    assertThat(lines.max("jvm.memory.limit", "jvm.memory.type:heap"))
        .isBetween(Double.parseDouble(heap.group(1)) / 2, Double.parseDouble(heap.group(1)));
    Matcher threads =
        find("java.threads.live=(\\d+)", JavaHome.of(java).jcmd(pid, "PerfCounter.print"));
    assertThat(lines.sum("jvm.thread.count"))
        .isCloseTo(Double.parseDouble(threads.group(1)), within(1.0));
  }

  @OnJava({8, 11, 17, 21, 25, 26})
  void poller_makesNeitherLogManagerNorServer(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm =
          app(java, statsd, OFTEN)
              .flags("-Djava.util.logging.manager=example.vm.OwnLogManager")
              .flags("-Djavax.management.builder.initial=example.vm.OwnServerBuilder")
              .program("example.vm.Idle");
      try (RunningProcess process = jvm.start()) {
        statsd.awaitTotal(1, POLLED);
        jvm.write("end", "");

        Outcome outcome = process.await();
        assertThat(outcome.stdout()).isEqualTo("idle\n");
        assertThat(outcome.exitCode()).isZero();
      }
    }
  }

  @OnJava({17, 26})
  void imageWithoutManagement_isToldWhatIsNotMeasured(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      ForkedJvm jvm =
          app(java, statsd, OFTEN)
              .flags("--limit-modules=java.base,java.instrument,jdk.unsupported")
              .program("example.vm.Idle");
      try (RunningProcess process = jvm.start()) {
        statsd.awaitTotal(1, "jvm.thread.count");
        jvm.write("end", "");

        Outcome outcome = process.await();
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.told("has no means for it"))
            .hasSize(6)
            .anyMatch(line -> line.contains("vm: jvm.memory is not measured"));
      }
    }
  }

  @OnJava({8, 26})
  void switchedOff_nothingIsMeasured(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      String off = "instrumentations: {vm: {enabled: false}}\n";
      ForkedJvm jvm = app(java, statsd, off).program("example.vm.Main");
      try (RunningProcess process = jvm.start()) {
        process.awaitOutput("ready");
        jvm.write("begin", "");
        process.awaitOutput("at rest");
        jvm.write("end", "");
        process.await();
      }

      assertThat(statsd.lines()).isEmpty();
    }
  }

  private static ForkedJvm app(int java, StatsdSocket statsd, String yaml) {
    return ForkedJvm.on(java)
        .classPath(Programs.jar("vm"))
        .agent(statsd.reporters().replace("}", ", every: 200ms}") + yaml);
  }

  private static double bytes(String regex, String text) {
    double sum = 0;
    Matcher matcher = Pattern.compile(regex).matcher(text);
    while (matcher.find()) {
      int unit = matcher.group(2).equals("M") ? 1 << 20 : 1 << 10;
      sum += Double.parseDouble(matcher.group(1)) * unit;
    }
    return sum;
  }

  private static Matcher find(String regex, String text) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    assertThat(matcher.find()).as(regex + " in\n" + text).isTrue();
    return matcher;
  }

  /** What the application has read from the beans, at the begin and at the end of its rest. */
  private static final class Values {
    private static final Pattern LINE = Pattern.compile("(first|last) (\\S+) (\\S+) (\\S+)");
    private final Map<String, Map<String, Double>> first = new HashMap<>();
    private final Map<String, Map<String, Double>> last = new HashMap<>();

    Values(String stdout) {
      Matcher line = LINE.matcher(stdout);
      while (line.find()) {
        (line.group(1).equals("first") ? first : last)
            .computeIfAbsent(line.group(2), name -> new HashMap<>())
            .put(line.group(3), Double.valueOf(line.group(4)));
      }
      assertThat(last).hasSizeGreaterThanOrEqualTo(15);
    }

    double sum(String metric) {
      return last.getOrDefault(metric, Map.of()).values().stream()
          .mapToDouble(Double::doubleValue)
          .sum();
    }

    void assertEqualTo(VmLines lines) {
      last.forEach(
          (metric, values) ->
              values.forEach((tags, value) -> assertEqual(lines, metric, tags, value)));
    }

    private void assertEqual(VmLines lines, String metric, String tags, double end) {
      String[] wanted = tags.equals("-") ? new String[0] : tags.split(",");
      double begin = first.getOrDefault(metric, Map.of()).getOrDefault(tags, Double.NaN);
      double slack = slack(metric);

      if (end != 0 || !metric.equals("jvm.gc.duration")) {
        assertThat(lines.sum(metric, wanted))
            .as(metric + " " + tags)
            .isBetween(Math.min(begin, end) - slack, Math.max(begin, end) + slack);
      }
    }

    private static double slack(String metric) {
      return switch (metric) {
        case "jvm.memory.used", "jvm.memory.committed" -> BYTES;
        case "jvm.cpu.time" -> 0.05; // the tick of the bean's clock, and a poll behind
        case "jvm.class.loaded", "jvm.class.count", "jvm.file_descriptor.count" -> 5;
        default -> 0;
      };
    }
  }
}
