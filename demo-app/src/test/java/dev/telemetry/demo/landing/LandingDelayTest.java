package dev.telemetry.demo.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LandingDelayTest {

  @Test
  void next_reachesBothBoundsAndNothingBeyond() {
    var delay = new LandingDelay(Duration.ofMillis(3), Duration.ofMillis(5));
    Set<Duration> seen = new HashSet<>();
    var random = new Random(1);

    for (int i = 0; i < 200; i++) {
      seen.add(delay.next(random));
    }

    assertThat(seen)
        .containsExactlyInAnyOrder(
            Duration.ofMillis(3), Duration.ofMillis(4), Duration.ofMillis(5));
  }

  @Test
  void bounds_inTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> new LandingDelay(Duration.ofSeconds(5), Duration.ofSeconds(1)))
        .hasMessageContaining("expected 0 <= min <= max");
  }

  @Test
  void bounds_belowZeroAreRefused() {
    assertThatThrownBy(() -> new LandingDelay(Duration.ofSeconds(-1), Duration.ofSeconds(1)))
        .hasMessageContaining("demo.landing.min=PT-1S");
  }
}
