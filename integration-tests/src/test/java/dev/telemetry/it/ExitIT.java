package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * However the application ends, what it did until then is at its reporters, which have two seconds
 * for it: alone, because what is too late on a busy machine is told as lost.
 */
@Isolated
final class ExitIT {
  private static final String ORDERS = "metrics:\n  - counter: order.count\n";
  private static final String OTHERS = "  otlp: {url: \"%s\"}\n  log: {}\nhttp: {enabled: false}\n";

  /** A line of the reporter that is the log. */
  private static final String VALUE =
      "telemetry: [a-z_.]+(\\{[^}]*})? (\\+|= |\\d+ values?, mean ).*";

  @OnJava({8, 11, 17, 21, 25, 26})
  void endOfMain_losesNothingOfTheShutdownHooks(int java) {
    try (StatsdSocket statsd = new StatsdSocket();
        OtlpServer otlp = new OtlpServer()) {
      Outcome outcome = app(java, statsd, otlp, "end").run();

      assertReported(statsd, otlp, outcome, 0);
    }
  }

  @OnJava({8, 11, 17, 21, 25, 26})
  void systemExit_losesNothingOfTheShutdownHooks(int java) {
    try (StatsdSocket statsd = new StatsdSocket();
        OtlpServer otlp = new OtlpServer()) {
      Outcome outcome = app(java, statsd, otlp, "exit").run();

      assertReported(statsd, otlp, outcome, 3);
    }
  }

  @OnJava({8, 11, 17, 21, 25, 26})
  void sigterm_losesNothingOfTheShutdownHooks(int java) {
    try (StatsdSocket statsd = new StatsdSocket();
        OtlpServer otlp = new OtlpServer();
        RunningProcess process = app(java, statsd, otlp, "wait").start()) {
      process.awaitOutput("worked");
      Outcome outcome = process.terminate();

      assertReported(statsd, otlp, outcome, 128 + 15);
    }
  }

  private static void assertReported(
      StatsdSocket statsd, OtlpServer otlp, Outcome outcome, int exitCode) {
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.stdout()).contains("finished");
    assertThat(outcome.told("telemetry: "))
        .as(outcome.stderr())
        .filteredOn(line -> !line.matches(VALUE))
        .hasSize(1);
    statsd.awaitTotal(1_000, "order.count");
    assertThat(statsd.total("order.count")).isEqualTo(1_000);
    assertThat(otlp.count("order.count")).isEqualTo(1_000);
    assertThat(outcome.told("order.count +")).last().asString().endsWith(", 1000 in all");
  }

  private static ForkedJvm app(int java, StatsdSocket statsd, OtlpServer otlp, String how) {
    Path jar = Programs.jar("leaving", Artifacts.api());
    return ForkedJvm.on(java)
        .classPath(jar, Artifacts.api())
        .agent(statsd.reporters() + OTHERS.formatted(otlp.exports()) + ORDERS)
        .program("example.leaving.Main", how);
  }
}
