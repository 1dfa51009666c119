package dev.telemetry.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StatsdValuesTest {

  @Test
  void packedValues_countEach() {
    assertThat(count("a.b:1.5:2:3|d|#service:x:y")).isEqualTo(3);
  }

  @Test
  void sampledValues_countForThoseLeftOut() {
    assertThat(count("a.b:1:2:3|d|@0.5|#k:v")).isEqualTo(6);
  }

  @Test
  void otherMetrics_countNothing() {
    assertThat(count("a.bc:1|ms\na.b:1|ms\nx:2|c\n")).isEqualTo(1);
  }

  private static long count(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return StatsdValues.in(bytes, bytes.length, "a.b");
  }
}
