package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.agent.report.Reporters;
import dev.telemetry.bus.Bus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveReportersTest {
  private static final long HOUR = Duration.ofHours(1).toNanos();

  private final ReporterContext context =
      new ReporterContext(new Bus(), new SeriesRegistry(), AgentLog.stderr());
  private final CountDownLatch never = new CountDownLatch(1);
  private final CountDownLatch reported = new CountDownLatch(1);

  @Test
  void flush_reachesEveryReporterThoughTheFirstHangs() throws Exception {
    LiveReporters reporters = reporters(new Hanging(), new Telling());
    reporters.start();

    reporters.flush(Duration.ofMillis(50).toNanos());

    assertThat(reported.await(50, TimeUnit.SECONDS)).isTrue();
    never.countDown();
  }

  @Test
  void flush_namesThoseThatHadNotTheTime() {
    LiveReporters reporters = reporters(new Hanging());
    reporters.start();

    assertThat(reporters.flush(Duration.ofMillis(1).toNanos())).containsExactly("hanging");

    never.countDown();
  }

  @Test
  void flush_namesNobodyWhereAllWereInTime() {
    LiveReporters reporters = reporters(new Telling());
    reporters.start();

    assertThat(reporters.flush(Duration.ofSeconds(50).toNanos())).isEmpty();
  }

  @Test
  void losses_areToldOfThoseThatHaveSome() {
    LiveReporters reporters = reporters(new Hanging(), new Telling());
    assertThat(reporters.losses()).isEmpty();

    reporters.all().get(1).deliveries().sent(7);
    reporters.all().get(1).deliveries().lost("host unresolved", 2);

    assertThat(reporters.losses()).isEqualTo("telling sent 7, lost {host unresolved=2}");
  }

  private LiveReporters reporters(ReporterFactory... factories) {
    ConfigNode root = ConfigFixture.yaml("reporters: {hanging: {}, telling: {}}").load().root();
    List<ReporterPlan> plans = Reporters.read(root, List.of(factories), GlobalTags.of(Map.of()));
    return new LiveReporters(plans, context);
  }

  private final class Hanging extends Named {
    Hanging() {
      super("hanging");
    }

    @Override
    void export() throws InterruptedException {
      never.await();
    }
  }

  private final class Telling extends Named {
    Telling() {
      super("telling");
    }

    @Override
    void export() {
      reported.countDown();
    }
  }

  private abstract static class Named implements ReporterFactory {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    abstract void export() throws InterruptedException;

    @Override
    public String name() {
      return name;
    }

    @Override
    public Function<ReporterContext, Reporter> read(ConfigNode section, GlobalTags globalTags) {
      return context ->
          new PeriodicReporter(name, "nowhere", new Deliveries(), context.log())
              .exporting(nanos -> export(), HOUR);
    }
  }
}
