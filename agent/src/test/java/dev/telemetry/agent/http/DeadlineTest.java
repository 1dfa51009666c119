package dev.telemetry.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final long BEGIN = Long.MAX_VALUE - 5; // the clock may pass the end of its range
  private final Deadline deadline = new Deadline(BEGIN);

  @Test
  void request_hasTenSeconds() {
    assertThat(isOverAfter(9_999)).isFalse();
    assertThat(isOverAfter(10_000)).isTrue();
  }

  @Test
  void answer_hasAMinute() {
    deadline.answering(after(5_000));

    assertThat(isOverAfter(64_999)).isFalse();
    assertThat(isOverAfter(65_000)).isTrue();
  }

  @Test
  void eachPieceOfAnAnswer_hasTenSeconds_withinTheMinute() {
    deadline.answering(BEGIN);
    deadline.writing(after(1_000));
    assertThat(isOverAfter(11_000)).isTrue();
    deadline.written();
    assertThat(isOverAfter(11_000)).isFalse();
    deadline.writing(after(55_000));

    assertThat(isOverAfter(59_999)).isFalse();
    assertThat(isOverAfter(60_000)).isTrue();
  }

  @Test
  void stream_hasAllTheTime_betweenItsPieces() {
    deadline.answering(BEGIN);
    deadline.endless(BEGIN);
    assertThat(isOverAfter(1_000_000_000)).isFalse();
    deadline.writing(after(1_000_000_000));

    assertThat(isOverAfter(1_000_010_000)).isTrue();
  }

  private boolean isOverAfter(long millis) {
    return deadline.isOver(after(millis));
  }

  private static long after(long millis) {
    return BEGIN + TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
