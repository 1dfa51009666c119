package dev.telemetry.instrumentation.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeakersTest {
  private final Speakers speakers = new Speakers();

  @Test
  void threadThatNeverPushed_isNotPushing() {
    assertThat(speakers.isPushing(0)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -7, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 50})
  void pushing_isForgottenAfterAWhile(long now) {
    speakers.pushes(now);

    assertThat(speakers.isPushing(now)).isTrue();
    assertThat(speakers.isPushing(now + TimeUnit.SECONDS.toNanos(29))).isTrue();
    assertThat(speakers.isPushing(now + TimeUnit.SECONDS.toNanos(40))).isFalse();
  }

  @Test
  void otherThread_isNotPushing() throws InterruptedException {
    Thread thread = new Thread(() -> speakers.pushes(0));
    thread.start();
    thread.join();

    assertThat(speakers.isPushing(0)).isFalse();
  }
}
