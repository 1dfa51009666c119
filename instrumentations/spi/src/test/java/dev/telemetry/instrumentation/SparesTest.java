package dev.telemetry.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SparesTest {
  private final Spares<Object> spares = new Spares<>();

  @Test
  void noneGivenBack_thereIsNone() {
    assertThat(spares.take()).isNull();
  }

  @Test
  void whatWasGivenBack_isTakenOnce() {
    Object spare = new Object();
    spares.giveBack(spare);

    assertThat(spares.take()).isSameAs(spare);
    assertThat(spares.take()).isNull();
  }

  @Test
  void moreThanThereIsRoomFor_areDropped() {
    for (int i = 0; i < 2 * Spares.DEPTH; i++) {
      spares.giveBack("spare " + i);
    }

    assertThat(spares.take()).isEqualTo("spare 0");
    for (int i = 1; i < Spares.DEPTH; i++) {
      assertThat(spares.take()).isEqualTo("spare " + i);
    }
    assertThat(spares.take()).isNull();
  }
}
