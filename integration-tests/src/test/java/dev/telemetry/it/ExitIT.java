package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** However the application ends, what it did until then is at its reporters. */
final class ExitIT {
  private static final String ORDERS = "metrics:\n  - counter: order.count\n";

  @OnJava({8, 11, 17, 21, 25, 26})
  void endOfMain_losesNothingOfTheShutdownHooks(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome = app(java, statsd, "end").run();

      assertReported(statsd, outcome, 0);
    }
  }

  @OnJava({8, 11, 17, 21, 25, 26})
  void systemExit_losesNothingOfTheShutdownHooks(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome outcome = app(java, statsd, "exit").run();

      assertReported(statsd, outcome, 3);
    }
  }

  @OnJava({8, 11, 17, 21, 25, 26})
  void sigterm_losesNothingOfTheShutdownHooks(int java) {
    try (StatsdSocket statsd = new StatsdSocket();
        RunningProcess process = app(java, statsd, "wait").start()) {
      process.awaitOutput("worked");
      Outcome outcome = process.terminate();

      assertReported(statsd, outcome, 128 + 15);
    }
  }

  private static void assertReported(StatsdSocket statsd, Outcome outcome, int exitCode) {
    assertThat(outcome.exitCode()).isEqualTo(exitCode);
    assertThat(outcome.stdout()).contains("finished");
    assertThat(outcome.told("telemetry: ")).as(outcome.stderr()).hasSize(1);
    statsd.awaitTotal(1_000, "order.count");
    assertThat(statsd.total("order.count")).isEqualTo(1_000);
  }

  private static ForkedJvm app(int java, StatsdSocket statsd, String how) {
    Path jar = Programs.jar("leaving", Artifacts.api());
    return ForkedJvm.on(java)
        .classPath(jar, Artifacts.api())
        .agent(statsd.reporters() + ORDERS)
        .program("example.leaving.Main", how);
  }
}
