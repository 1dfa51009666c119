package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final long REGULAR = 42;

  private long now = seconds(100);
  private double chance = 0.5;
  private final Backoff backoff = new Backoff(() -> chance, () -> now);

  @Test
  void wait_doublesUpToAMinute() {
    for (long wait : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      backoff.failed(0);
      assertThat(backoff.due(REGULAR)).isEqualTo(now + seconds(wait));
    }
  }

  @Test
  void wait_isHalfMoreOrLessByChance() {
    chance = 0;
    backoff.failed(0);
    assertThat(backoff.due(REGULAR) - now).isEqualTo(seconds(1) / 2);
    chance = 1;
    backoff.succeeded();
    backoff.failed(0);
    assertThat(backoff.due(REGULAR) - now).isEqualTo(seconds(3) / 2);
  }

  @Test
  void wait_isNoShorterThanTheServerWants() {
    chance = 0;
    backoff.failed(seconds(120));
    assertThat(backoff.due(REGULAR)).isEqualTo(now + seconds(120));
  }

  @Test
  void wait_beginsWhenTheAttemptHasFailed() {
    chance = 0;
    now += seconds(10); // as long as a request may take
    backoff.failed(seconds(5));
    assertThat(backoff.due(REGULAR)).isEqualTo(now + seconds(5));
  }

  @Test
  void success_returnsToTheRegularTime() {
    backoff.failed(0);
    backoff.succeeded();
    assertThat(backoff.due(REGULAR)).isEqualTo(REGULAR);
  }

  private static long seconds(long number) {
    return TimeUnit.SECONDS.toNanos(number);
  }
}
