package dev.telemetry.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.extension.ExtensionJars;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.bus.Bus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final Path folder;

  InstalledTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void reporterOfAnExtension_isOneLikeTheJarsOwn() throws Exception {
    ExtensionJars.in(folder).reporter("A", "acme", "").write("acme.jar");
    Config config =
        config("reporters: {acme: {}, log: {}}", "metrics:", "- {counter: a.b, reporters: [acme]}");

    List<ReporterPlan> plans = Settings.read(config, Installed.load(config)).reporters();

    assertThat(config.errors().messages()).isEmpty();
    assertThat(plans).extracting(ReporterPlan::name).containsExactly("log", "acme", "prometheus");
    assertThat(made(plans.get(1)).destination()).isEqualTo("acme");
  }

  @Test
  void takenName_isTold() throws Exception {
    ExtensionJars.in(folder).reporter("A", "statsd", "").write("a.jar");
    ExtensionJars.in(folder).reporter("B", "acme", "").write("b.jar");
    ExtensionJars.in(folder).reporter("C", "acme", "").write("c.jar");
    Config config = config();
    Installed.load(config);

    assertThat(config.errors().messages())
        .containsExactly(
            "telemetry.yaml:1:13: extensions: a.jar: acme.A: there is a reporter statsd already",
            "telemetry.yaml:1:13: extensions: c.jar: acme.C: there is a reporter acme already");
  }

  @Test
  void failingFactory_leavesItsReporterOff() throws Exception {
    ExtensionJars.in(folder)
        .reporter("A", "acme", "")
        .source(
            "B",
            "public class B extends A { public String name() { return \"bad\"; }"
                + " public Function<ReporterContext, Reporter> read(ConfigNode s, GlobalTags t)"
                + " { throw new NoSuchMethodError(\"acme.Moved.away()\"); } }")
        .entry("META-INF/services/dev.telemetry.agent.report.ReporterFactory", "acme.A\nacme.B\n")
        .write("acme.jar");
    Config config = config("reporters: {acme: {}, bad: {}}");

    assertThat(Settings.read(config, Installed.load(config)).reporters())
        .extracting(ReporterPlan::name)
        .containsExactly("acme", "prometheus");
    assertThat(config.errors().messages())
        .containsExactly(
            "telemetry.yaml:2:28: reporters.bad: acme.jar: NoSuchMethodError: acme.Moved.away()");
  }

  @Test
  void failingReporter_isToldAndDoesNothing() throws Exception {
    ExtensionJars.in(folder)
        .source(
            "Bad",
            "public class Bad implements Reporter { public String name() { return null; }"
                + " public String destination() { throw new Error(\"no place\"); }"
                + " public void start() { throw new Error(\"no start\"); }"
                + " public void startAfter(Reporter before) { throw new Error(\"no follow\"); }"
                + " public long beginFlush() { throw new Error(\"no flush\"); }"
                + " public boolean awaitFlush(long f, long d) { throw new Error(\"no wait\"); }"
                + " public void stop() { throw new Error(\"no stop\"); }"
                + " public Deliveries deliveries() { return null; } }")
        .source(
            "A",
            "public class A implements ReporterFactory { public String name() { return \"acme\"; }"
                + " public Function<ReporterContext, Reporter> read(ConfigNode s, GlobalTags t)"
                + " { return context -> new Bad(); } }")
        .service("dev.telemetry.agent.report.ReporterFactory", "acme.A")
        .write("acme.jar");
    Config config = config("reporters: {acme: {}}");
    Reporter reporter = made(Settings.read(config, Installed.load(config)).reporters().get(0));

    reporter.start();
    reporter.startAfter(reporter);
    reporter.stop();

    assertThat(reporter.name()).isEqualTo("acme");
    assertThat(reporter.destination()).isEqualTo("?");
    assertThat(reporter.flush(0)).as("it was not for lack of time").isTrue();
    assertThat(reporter.deliveries()).hasToString("sent 0, lost {report failed=2}");
    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .contains(
            "telemetry: acme: cannot start: Error: no start",
            "telemetry: acme: cannot report now: Error: no flush")
        .hasSize(6);
  }

  @Test
  void reload_keepsTheExtensionsOfTheStart() throws Exception {
    ExtensionJars.in(folder).reporter("A", "acme", "").write("acme.jar");
    Config config = config("reporters: {acme: {}}");
    Installed installed = Installed.load(config);
    Settings first = Settings.read(config, installed);

    Config again = config.again();
    Settings next = Settings.read(again, installed);

    assertThat(again.errors().messages()).isEmpty();
    assertThat(next.reporters()).isEqualTo(first.reporters());
  }

  private Config config(String... lines) {
    String[] yaml = new String[lines.length + 1];
    yaml[0] = "extensions: " + folder;
    System.arraycopy(lines, 0, yaml, 1, lines.length);
    return ConfigFixture.yaml(yaml).load();
  }

  private Reporter made(ReporterPlan plan) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    AgentLog log = new AgentLog(out, System::nanoTime);
    return plan.create(new ReporterContext(new Bus(), new SeriesRegistry(), log));
  }
}
