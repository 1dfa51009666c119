package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of docs/extensions.md, as a jar beside the shipped agent. */
final class ExtensionIT {
  private static final String EXAMPLE = "extension/example/extension/LinesReporterFactory.java";
  private static final String QUIET = "example.faults.Quiet";
  private static final String SERVICE =
      "META-INF/services/dev.telemetry.agent.report.ReporterFactory";

  @OnJava({8, 26})
  void reporterOfAJar_reportsAndABrokenJarDoesNot(int java) {
    ForkedJvm jvm = app(java);
    Path folder = Trees.create(jvm.folder().resolve("extensions"));
    example(folder);
    Trees.write(folder.resolve("broken.jar"), "no zip");
    Outcome with =
        jvm.agent(
                """
                extensions: extensions
                reporters:
                  lines: {file: counts.txt}
                metrics:
                  - counter: quiet.step.count
                """)
            .program(QUIET, "2500")
            .run();

    assertThat(with.exitCode()).isEqualTo(3);
    assertThat(with.told("reports to lines (counts.txt)")).as(with.stderr()).hasSize(1);
    assertThat(with.told("telemetry.yaml:1:13: extensions: broken.jar: ")).hasSize(1);
    assertThat(Trees.read(jvm.folder().resolve("counts.txt")).lines())
        .contains("COUNTER quiet.step.count [] 3");
  }

  /** The registry's jar has its Netty inside. */
  @OnJava({8, 26})
  void micrometerRegistryOfAJar_isFedFromOurSeries(int java) {
    ForkedJvm jvm = app(java);
    Path folder = Trees.create(jvm.folder().resolve("extensions"));
    Trees.copy(
        Artifacts.library("micrometer-registry-statsd"),
        folder.resolve("micrometer-registry-statsd.jar"));
    try (StatsdSocket statsd = new StatsdSocket();
        RunningProcess process = jvm.agent(registry(statsd)).program(QUIET, "60000").start()) {
      statsd.awaitTotal(3, "quiet.step.count");

      assertThat(statsd.total("quiet.step.count")).isEqualTo(3);
      assertThat(process.stderr()).contains("reports to micrometer (StatsdMeterRegistry)");
    }
  }

  private static String registry(StatsdSocket statsd) {
    return """
        extensions: extensions
        reporters:
          micrometer:
            registries:
              - class: io.micrometer.statsd.StatsdMeterRegistry
                config: {flavor: datadog, host: 127.0.0.1, port: %d, pollingFrequency: 200ms}
        metrics:
          - counter: quiet.step.count
        """
        .formatted(statsd.port());
  }

  @Test
  void page_showsTheExample() {
    String source = Trees.read(Artifacts.module().resolve("src/it").resolve(EXAMPLE));

    assertThat(Trees.read(Artifacts.module().resolve("../docs/extensions.md")))
        .contains("```java\n" + source + "```");
  }

  private static ForkedJvm app(int java) {
    Path jar = Programs.jar("faults", Artifacts.api());
    return ForkedJvm.on(java).classPath(jar, Artifacts.api());
  }

  private static void example(Path folder) {
    Path classes = Programs.classes("8", java.util.List.of("extension"), Artifacts.extensionApi());
    Path services =
        Trees.write(classes.resolveSibling("services"), "example.extension.LinesReporterFactory\n");
    Programs.pack(
        folder.resolve("lines.jar"),
        Programs.manifest("Telemetry-Spi", "1"),
        Map.of("", classes, SERVICE, services));
  }
}
