package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class StatsdLineTest {

  @Test
  void packedValues_countEach() {
    StatsdLine line = StatsdLine.parse("a.b:1.5:2:3|d|#k:v,url:http://x");

    assertThat(line.name()).isEqualTo("a.b");
    assertThat(line.amount()).isEqualTo(3);
    assertThat(line.tags()).containsExactlyInAnyOrder("k:v", "url:http://x");
  }

  @Test
  void sampledValues_countForTheOthersToo() {
    assertThat(StatsdLine.parse("a:7|ms|@0.25").amount()).isEqualTo(4);
  }

  @Test
  void counter_addsItsValue() {
    assertThat(StatsdLine.parse("a:7|c").amount()).isEqualTo(7);
  }

  @Test
  void lineWithoutType_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> StatsdLine.parse("a:7"));
  }
}
