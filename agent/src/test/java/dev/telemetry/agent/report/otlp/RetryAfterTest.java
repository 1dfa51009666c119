package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final long NOW = Instant.parse("1994-11-06T08:49:37Z").toEpochMilli();

  @Test
  void seconds_areWaitedFor() {
    assertThat(seconds("120")).isEqualTo(120);
  }

  @Test
  void date_isWaitedFor() {
    assertThat(seconds("Sun, 06 Nov 1994 08:50:07 GMT")).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"999999999", "'Mon, 07 Nov 1994 08:49:37 GMT'"})
  void longWait_isCutToAnHour(String value) {
    assertThat(seconds(value)).isEqualTo(3_600);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "0", "1.5", "Sun, 06 Nov 1994 08:49:36 GMT"})
  void nothingToWaitFor_isNoWait(String value) {
    assertThat(seconds(value)).isZero();
  }

  private static long seconds(String value) {
    return TimeUnit.NANOSECONDS.toSeconds(new RetryAfter(value).nanos(NOW));
  }
}
