package dev.telemetry.agent.report.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.WrittenMetrics;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QuantileWindowsTest {
  private final AtomicLong minutes = new AtomicLong();
  private final QuantileWindows windows =
      new QuantileWindows(() -> TimeUnit.MINUTES.toNanos(minutes.get()));
  private final Series series =
      new SeriesRegistry().series(WrittenMetrics.of("{summary: a.b, unit: byte}"));

  @Test
  void firstMinutes_areThoseOfAllValues() {
    series.record(1);
    assertThat(countAfter(0)).isEqualTo(1);
    series.record(1);

    assertThat(countAfter(4)).isEqualTo(2);
    assertThat(countAfter(4)).isEqualTo(2);
  }

  @Test
  void laterOn_valuesAreForgottenAfterTenMinutesAtMost() {
    series.record(1);
    countAfter(0);
    series.record(1);
    assertThat(countAfter(5)).isEqualTo(1);
    series.record(1);
    assertThat(countAfter(9)).isEqualTo(2);
    assertThat(countAfter(10)).isEqualTo(1);

    assertThat(countAfter(15)).isZero();
  }

  @Test
  void seriesThatIsGone_isForgotten() {
    series.record(1);
    countAfter(0);
    windows.begin();
    windows.end();
    series.record(1);

    assertThat(countAfter(20)).isEqualTo(2);
  }

  private long countAfter(int minute) {
    minutes.set(minute);
    windows.begin();
    long count = windows.latest(series, series.values()).count();
    windows.end();
    return count;
  }
}
