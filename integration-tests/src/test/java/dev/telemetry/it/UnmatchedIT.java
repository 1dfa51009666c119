package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A misspelt event is told, once, by the name that was meant. */
@Execution(ExecutionMode.CONCURRENT)
final class UnmatchedIT {
  private static final String THREE_LOOKS = "24000";

  @OnJava({8, 17})
  void misspeltMetric_isNamedOnceWithTheRightWord(int java) {
    Path jar = Programs.jar("unmatched", Artifacts.api());
    Outcome outcome =
        ForkedJvm.on(java)
            .classPath(jar, Artifacts.api())
            .agent("metrics:\n- counter: order.plcaed.count\n- counter: order.paid.count\n")
            .program("example.unmatched.Shop", THREE_LOOKS)
            .run();

    assertThat(outcome.told("order.plcaed.count")).as(outcome.stderr()).hasSize(1);
    assertThat(outcome.told("did you mean \"order.placed\"?")).hasSize(1);
    assertThat(outcome.told("order.paid")).isEmpty();
    assertThat(outcome.told("no handler hears: mail.sent")).hasSize(1);
  }
}
