package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** The jar as a program. */
final class CommandsIT {
  @OnJava({8, 11, 17, 21, 25, 26})
  void check_findsNothingWrongWithTheDemosConfiguration(int java) {
    Path demo = Artifacts.module().resolve("../demo-app/telemetry.yaml");
    Outcome outcome = jar(java).program("check", demo.toString()).run();

    assertThat(outcome.stderr()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
  }

  @OnJava({8, 26})
  void check_saysWhatIsWrongAndWhere(int java) {
    ForkedJvm check = jar(java);
    check.write("telemetry.yaml", "metrics:\n  - conter: login.count\n");
    Outcome outcome = check.program("check").run();

    assertThat(outcome.stdout() + outcome.stderr())
        .contains("telemetry.yaml:2:5:")
        .contains("counter");
    assertThat(outcome.exitCode()).isEqualTo(1);
  }

  @OnJava({8, 26})
  void check_printsEveryEffectiveValueWithItsSource(int java) {
    ForkedJvm check = jar(java);
    check.write("telemetry.yaml", "reporters:\n  statsd: {port: 9125}\n");
    Outcome outcome = check.program("check", "--effective").run();

    assertThat(outcome.stdout())
        .containsPattern("reporters.statsd.port.*9125.*telemetry.yaml:2:")
        .containsPattern("reporters.statsd.host.*127.0.0.1.*default");
    assertThat(outcome.exitCode()).isZero();
  }

  @OnJava({8, 26})
  void version_isThatOfTheJar(int java) {
    assertThat(jar(java).program("--version").run().stdout()).startsWith("telemetry-agent 0.1.0");
  }

  private static ForkedJvm jar(int java) {
    return ForkedJvm.on(java).program("-jar", Artifacts.agent().toString());
  }
}
