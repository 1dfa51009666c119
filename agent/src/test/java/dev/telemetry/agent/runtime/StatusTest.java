package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.bus.Bus;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.instrumentation.measured.MeasuredModule;
import dev.telemetry.weaving.Weaving;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusTest {
  private final FakeJvm jvm = new FakeJvm();
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Weaving weaving =
      new Weaving(
          jvm.instrumentation(),
          StatusTest.class.getClassLoader(),
          new Bus(),
          List.of(new JdbcModule(), new MeasuredModule()));

  StatusTest() {
    weaving.start();
  }

  @Test
  void atStart_tellsWhatIsMeasuredAndWhereItGoes() {
    assertThat(status(new Quiet("statsd", "127.0.0.1:8125"), new Quiet("log", "stderr")).atStart())
        .isEqualTo(
            "agent (development) measures jdbc, measured;"
                + " reports to statsd (127.0.0.1:8125), log (stderr)");
  }

  @Test
  void atStart_tellsWhatToDoWithoutReporters() {
    assertThat(status().atStart())
        .endsWith("; reports nowhere (give it a telemetry.yaml with reporters)");
  }

  @Test
  void afterAWhile_tellsThatNothingWasLoaded() {
    assertThat(status().afterAWhile())
        .isEqualTo(
            "after 10 s: classes woven: jdbc 0, measured 0; values measured: 0;"
                + " no servlet, JDBC driver or @Measured class was loaded so far");
  }

  @Test
  void afterAWhile_tellsThatNothingWasCalled() throws Exception {
    weaveOne();

    assertThat(status().afterAWhile())
        .isEqualTo(
            "after 10 s: classes woven: jdbc 0, measured 1; values measured: 0;"
                + " nothing woven was called so far");
  }

  @Test
  void afterAWhile_tellsWhatWasMeasuredAndSent() throws Exception {
    weaveOne();
    Metric metric = Metric.of(new MetricDefinition(MetricType.COUNTER, "shop.sale.count"));
    registry.series(metric).record(1);
    registry.series(metric).record(1);
    Quiet statsd = new Quiet("statsd", "127.0.0.1:8125");
    statsd.deliveries.sent(7);
    statsd.deliveries.lost("no server", 2);

    assertThat(status(statsd).afterAWhile())
        .isEqualTo(
            "after 10 s: classes woven: jdbc 0, measured 1; values measured: 2;"
                + " statsd sent 7, lost {no server=2}");
  }

  @Test
  void afterAWhile_tellsWhatWasLeftOutAndWhy() throws Exception {
    jvm.load(StatusTest.class.getClassLoader(), "com.acme.Half", new byte[] {1, 2, 3});

    assertThat(status().afterAWhile()).contains("; skipped: com.acme.Half: failed with ");
  }

  @Test
  void afterAWhile_tellsTheFirstOfManyReasons() throws Exception {
    for (int i = 0; i < 50; i++) {
      jvm.load(StatusTest.class.getClassLoader(), "com.acme.Half" + i, new byte[] {1, 2, 3});
    }

    assertThat(status().afterAWhile()).contains("com.acme.Half4:").contains(" and 45 more; ");
    assertThat(status().afterAWhile()).doesNotContain("com.acme.Half5:");
  }

  private Status status(Reporter... reporters) {
    return new Status(weaving.report(), registry, List.of(reporters));
  }

  private void weaveOne() throws Exception {
    String name = Measurable.class.getName();
    try (InputStream in =
        Objects.requireNonNull(
            StatusTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class"))) {
      assertThat(jvm.load(StatusTest.class.getClassLoader(), name, in.readAllBytes())).isTrue();
    }
  }

  private static final class Quiet implements Reporter {
    final Deliveries deliveries = new Deliveries();
    private final String name;
    private final String destination;

    Quiet(String name, String destination) {
      this.name = name;
      this.destination = destination;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public String destination() {
      return destination;
    }

    @Override
    public void startAfter(@Nullable Reporter before) {}

    @Override
    public void start() {}

    @Override
    public long beginFlush() {
      return 0;
    }

    @Override
    public boolean awaitFlush(long flush, long deadlineNanos) {
      return true;
    }

    @Override
    public void stop() {}

    @Override
    public Deliveries deliveries() {
      return deliveries;
    }
  }
}
