package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Reporters that hang or throw harm neither the application nor the reporters beside them. */
final class SickReportersIT {
  private static final String SERVICE =
      "META-INF/services/dev.telemetry.agent.report.ReporterFactory";
  private static final int EACH = 500;
  private static final int SIGTERM = 128 + 15;

  /** Far less than the time that the hanging reporter would still wait for its server. */
  private static final Duration SOON = Duration.ofSeconds(45);

  @OnJava({8, 26})
  void healthyReporters_haveAllOfItAndTheOthersTellWhatIsLost(int java) {
    try (StatsdSocket statsd = new StatsdSocket();
        SilentServer silent = new SilentServer();
        RunningProcess process = app(java, statsd, silent).start()) {
      String port = process.awaitOutput("listening at http://127.0.0.1:(\\d+)").group(1);
      process.awaitOutput("worked");
      process.awaitOutput("sick: cannot report");
      Waiting.until(SOON, () -> silent.connections() > 0, () -> "otlp has not begun");
      assertThat(page(port)).contains("\norder_count_total " + EACH + ".0\n");

      long begin = System.nanoTime();
      Outcome end = process.terminate();

      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
      assertThat(end.exitCode()).isEqualTo(SIGTERM);
      assertThat(end.stdout().lines()).containsExactly("worked", "finished");
      statsd.awaitTotal(2 * EACH, "order.count");
      assertThat(statsd.total("order.count")).isEqualTo(2 * EACH);
      assertThat(end.told("order.count +")).last().asString().endsWith(", 1000 in all");
      assertSickOnesTold(end);
    }
  }

  private static void assertSickOnesTold(Outcome end) {
    assertThat(end.told("sick: cannot report: StackOverflowError: the reporter's own"))
        .as(end.stderr())
        .isNotEmpty();
    assertThat(end.told("telemetry: at the end: "))
        .singleElement()
        .asString()
        .matches(".*otlp sent 0, lost \\{unsent at the end=[1-9]\\d*}.*")
        .doesNotContain("statsd", "log", "prometheus");
  }

  private static String page(String port) {
    return Http.get(URI.create("http://127.0.0.1:" + port + "/metrics")).body();
  }

  private static ForkedJvm app(int java, StatsdSocket statsd, SilentServer silent) {
    Path jar = Programs.jar("leaving", Artifacts.api());
    ForkedJvm jvm = ForkedJvm.on(java).classPath(jar, Artifacts.api());
    extension(Trees.create(jvm.folder().resolve("extensions")));
    String others =
        """
          otlp: {url: "%s", every: 1s, timeout: 60s}
          log: {every: 200ms}
          sick: {}
        extensions: extensions
        http: {port: 0}
        metrics: [counter: order.count]
        """;
    return jvm.agent(statsd.reporters() + others.formatted(silent.exports()))
        .program("example.leaving.Main", "wait");
  }

  private static void extension(Path folder) {
    Path classes = Programs.classes("8", java.util.List.of("sick"), Artifacts.extensionApi());
    Path services =
        Trees.write(classes.resolveSibling("services"), "example.sick.ThrowingReporterFactory\n");
    Programs.pack(
        folder.resolve("sick.jar"),
        Programs.manifest("Telemetry-Spi", "1"),
        Map.of("", classes, SERVICE, services));
  }
}
