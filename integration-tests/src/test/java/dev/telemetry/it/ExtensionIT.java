package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The example of docs/extensions.md, as a jar beside the shipped agent. */
@Execution(ExecutionMode.CONCURRENT)
final class ExtensionIT {
  private static final List<String> EXAMPLES = List.of("LinesReporterFactory", "Audit");
  private static final String QUIET = "example.faults.Quiet";
  private static final int EVENTS = 300;
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

  /**
   * The registry's jar has its Netty inside, which drops what it is given before it has connected,
   * however long that takes. Gauges it sends again and again.
   */
  @OnJava({8, 26})
  void micrometerRegistryOfAJar_isFedFromOurSeries(int java) {
    ForkedJvm jvm = ForkedJvm.on(java);
    Path folder = Trees.create(jvm.folder().resolve("extensions"));
    Trees.copy(
        Artifacts.library("micrometer-registry-statsd"),
        folder.resolve("micrometer-registry-statsd.jar"));
    try (StatsdSocket statsd = new StatsdSocket();
        RunningProcess process = emitter(jvm.agent(registry(statsd))).start()) {
      statsd.awaitLine("jvm\\.thread\\.count:.*\\|g.*");
      jvm.write("begin", "");
      statsd.awaitTotal(EVENTS, "seen");

      assertThat(statsd.total("seen")).isEqualTo(EVENTS);
      assertThat(process.stderr()).contains("reports to micrometer (StatsdMeterRegistry)");
    }
  }

  private static ForkedJvm emitter(ForkedJvm jvm) {
    return jvm.classPath(Programs.jar("emitter", Artifacts.api()), Artifacts.api())
        .program("example.emitter.Main", "" + EVENTS, "1000", "begin");
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
      - {counter: seen, event: emitted}
    """
        .formatted(statsd.port());
  }

  @OnJava({8, 26})
  void handlerOfAJar_isGivenTheEventsOfTheConfiguration(int java) {
    ForkedJvm jvm = app(java);
    example(Trees.create(jvm.folder().resolve("extensions")));
    Outcome with = handler(jvm, "Audit").program(QUIET).run();

    assertThat(with.exitCode()).isEqualTo(3);
    assertThat(with.stderr().lines().filter(line -> line.startsWith("audit ")))
        .as(with.stderr())
        .hasSize(3)
        .allMatch(line -> line.matches("audit [1-3]: quiet\\.step\\.stop \\{.*}"));
  }

  @Test
  void handlerThatIsNotThere_isToldByItsPlaceAtTheStartAndByCheck() {
    ForkedJvm jvm = app(17);
    example(Trees.create(jvm.folder().resolve("extensions")));
    String told =
        "telemetry.yaml:2:20: handlers[0].class: expected a class in a jar of extensions,"
            + " got \"example.extension.Gone\"";
    Outcome with = handler(jvm, "Gone").program(QUIET).run();
    ForkedJvm check = ForkedJvm.on(17).program("-jar", Artifacts.agent().toString(), "check");
    Outcome checked = check.program(jvm.folder().resolve("telemetry.yaml").toString()).run();

    assertThat(with.exitCode()).isEqualTo(3);
    assertThat(with.told(told)).as(with.stderr()).hasSize(1);
    assertThat(checked.exitCode()).isEqualTo(1);
    assertThat(checked.told(told)).as(checked.stderr()).hasSize(1);
  }

  private static ForkedJvm handler(ForkedJvm jvm, String type) {
    return jvm.agent(
        """
        extensions: %s
        handlers: [{class: example.extension.%s, events: ["quiet.**.stop"]}]
        """
            .formatted(jvm.folder().resolve("extensions"), type));
  }

  @Test
  void page_showsTheExamples() {
    String page = Trees.read(Artifacts.module().resolve("../docs/extensions.md"));
    Path folder = Artifacts.module().resolve("src/it/extension/example/extension");

    for (String example : EXAMPLES) {
      String source = Trees.read(folder.resolve(example + ".java"));
      assertThat(page).contains("```java\n" + source + "```");
    }
  }

  private static ForkedJvm app(int java) {
    Path jar = Programs.jar("faults", Artifacts.api());
    return ForkedJvm.on(java).classPath(jar, Artifacts.api());
  }

  private static void example(Path folder) {
    Path classes = Programs.classes("8", List.of("extension"), Artifacts.extensionApi());
    Path services =
        Trees.write(classes.resolveSibling("services"), "example.extension.LinesReporterFactory\n");
    Programs.pack(
        folder.resolve("lines.jar"),
        Programs.manifest("Telemetry-Spi", "1"),
        Map.of("", classes, SERVICE, services));
  }
}
