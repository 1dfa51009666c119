package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ContainerLogTest {

  @Test
  void comparable_leavesOutWhatEveryRunHasOfItsOwn() {
    assertThat(
            ContainerLog.comparable(
                "22-Nov-2026 20:21:32.123 INFO [http-nio-1-exec-7] a.B.c Starting"
                    + " [\"http-nio-127.0.0.1-auto-1-45945\"] in [1,234] milliseconds of x.Y@1f2e"))
        .isEqualTo(
            "TIME INFO [THREAD] a.B.c Starting"
                + " [\"http-nio-127.0.0.1-auto-1-PORT\"] in [N] milliseconds of x.Y@HASH");
  }

  @Test
  void differences_countHowOftenALineIsThere() {
    Outcome outcome = new Outcome(0, "", "");
    ContainerLog one = new ContainerLog(outcome, List.of("a", "a", "b"));
    ContainerLog other = new ContainerLog(outcome, List.of("a", "b", "c"));

    assertThat(one.differences(other)).containsExactly("- a", "+ c");
  }
}
