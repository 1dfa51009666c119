package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong in the agent or by its configuration, the application does not notice. */
@Execution(ExecutionMode.CONCURRENT)
final class FaultsIT {
  private static final int JAVA = 17;
  private static final String STEPS = "metrics:\n  - counter: quiet.step.count\n";

  @OnJava({8, 26})
  void throwingHandler_isDetachedAndToldOnce(int java) {
    Outcome without = app(java).program("example.faults.ThrowingHandler").run();
    Outcome with = app(java).agent("").program("example.faults.ThrowingHandler").run();

    assertUnnoticed(with, without, 7);
    assertThat(with.told("broken")).hasSize(1);
  }

  @OnJava({8, 26})
  void throwingAdvice_isToldOnce(int java) {
    Path jar = AgentWithBadAdvice.jar();
    Outcome with =
        app(java).agent(jar, "http: {enabled: false}").program("example.faults.Quiet").run();

    assertUnnoticed(with, quiet(java).run(), 3);
    assertThat(with.told("the advice's own fault")).as(with.stderr()).hasSize(1);
    assertThat(with.told("the hook's own fault")).as(with.stderr()).hasSize(1);
    assertThat(with.told("the hook's own error")).as(with.stderr()).hasSize(1);
    assertThat(with.told("telemetry: ")).as(with.stderr()).hasSize(4);
  }

  @Test
  void unresolvableHost_isToldOnce() {
    Outcome with =
        app(JAVA)
            .agent("reporters:\n  statsd: {host: no-such-host.invalid}\n" + STEPS)
            .program("example.faults.Quiet", "2500")
            .run();

    assertUnnoticed(with, quiet(JAVA).run(), 3);
    assertThat(with.told("cannot resolve no-such-host.invalid")).as(with.stderr()).hasSize(1);
  }

  @Test
  void closedPort_isToldAtMostOnce() {
    StatsdSocket closed = new StatsdSocket();
    String yaml = closed.reporters() + "http: {enabled: false}\n" + STEPS;
    closed.close();
    Outcome with = app(JAVA).agent(yaml).program("example.faults.Quiet", "2500").run();

    assertUnnoticed(with, quiet(JAVA).run(), 3);
    assertThat(with.told("nobody listens")).as(with.stderr()).hasSizeLessThan(2);
    assertThat(with.told("port unreachable")).as(with.stderr()).hasSizeLessThan(2);
    assertThat(with.told("telemetry: ")).as(with.stderr()).hasSizeBetween(1, 3);
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("wrongConfigurations")
  void wrongConfiguration_isToldByItsPlace(String place, String hint, String yaml) {
    Outcome with = app(JAVA).agent(yaml).program("example.faults.Quiet").run();

    assertUnnoticed(with, quiet(JAVA).run(), 3);
    List<String> told = with.told("telemetry.yaml:" + place + ":");
    assertThat(told).as(with.stderr()).hasSize(1);
    assertThat(told.get(0)).contains(hint);
  }

  static Stream<Arguments> wrongConfigurations() {
    return Stream.of(
        arguments("1:11", "expected", "metrics: ["),
        arguments("1:1", "reporters", "reporter: {statsd: {}}"),
        arguments("2:18", "expected", "reporters:\n  statsd: {port: many}"),
        arguments("2:12", "flavor", "reporters:\n  statsd: {flavour: datadog}"),
        arguments("2:20", "datadog", "reporters:\n  statsd: {flavor: fancy}"),
        arguments("2:5", "counter", "metrics:\n  - {conter: a.b}"),
        arguments("1:10", "list", "metrics: 7"));
  }

  @Test
  void missingFile_isToldOnce() {
    Outcome with =
        app(JAVA)
            .flags("-javaagent:" + Artifacts.agent() + "=/no/such/telemetry.yaml")
            .program("example.faults.Quiet")
            .run();

    assertUnnoticed(with, quiet(JAVA).run(), 3);
    assertThat(with.told("/no/such/telemetry.yaml")).as(with.stderr()).hasSize(1);
  }

  @OnJava({8, 26})
  void secondAgent_isIgnored(int java) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      Outcome with =
          app(java).agent(statsd.reporters() + STEPS).agent().program("example.faults.Quiet").run();

      assertUnnoticed(with, quiet(java).run(), 3);
      assertThat(with.told("already")).as(with.stderr()).hasSize(1);
      statsd.awaitTotal(3, "quiet.step.count");
      assertThat(statsd.total("quiet.step.count")).isEqualTo(3);
    }
  }

  @OnJava({8, 26})
  void toolsOfTheJdk_areLeftAlone(int java) {
    for (List<String> tool :
        List.of(List.of("javac", "-version"), List.of("jcmd", "-h"), List.of("keytool", "-help"))) {
      String name = tool.get(0);
      Outcome without = ForkedJvm.on(java).tool(name).program(tool.get(1)).run();
      Outcome with =
          ForkedJvm.on(java)
              .tool(name)
              .program(tool.get(1))
              .environment("JAVA_TOOL_OPTIONS", "-javaagent:" + Artifacts.agent())
              .run();

      assertThat(with.stdout()).as(name).isEqualTo(without.stdout());
      assertThat(with.exitCode()).as(name).isEqualTo(without.exitCode());
      assertThat(with.told("telemetry: ")).as(name).isEmpty();
    }
  }

  @OnJava({8, 11, 17})
  void securityManager_thatRefuses_isToldOnce(int java) {
    ForkedJvm with = app(java).agent("").flags("-Djava.security.manager");
    ForkedJvm without = app(java).flags("-Djava.security.manager");
    Outcome outcome = with.program("example.faults.Quiet").run();

    assertUnnoticed(outcome, without.program("example.faults.Quiet").run(), 3);
    assertThat(outcome.told("telemetry: ")).as(outcome.stderr()).hasSize(1);
    assertThat(outcome.told("AllPermission")).hasSize(1);
  }

  private static void assertUnnoticed(Outcome with, Outcome without, int exitCode) {
    assertThat(with.stdout()).isEqualTo(without.stdout()).isNotEmpty();
    assertThat(with.exitCode()).isEqualTo(without.exitCode()).isEqualTo(exitCode);
  }

  private static ForkedJvm quiet(int java) {
    return app(java).program("example.faults.Quiet");
  }

  private static ForkedJvm app(int java) {
    Path jar = Programs.jar("faults", Artifacts.api());
    return ForkedJvm.on(java).classPath(jar, Artifacts.api());
  }
}
