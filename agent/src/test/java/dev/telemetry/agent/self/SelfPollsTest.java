package dev.telemetry.agent.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.Emitted;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.instrumentation.EventDefinition;
import dev.telemetry.instrumentation.EventDefinition.Fact;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import dev.telemetry.instrumentation.jdbc.JdbcModule;
import dev.telemetry.poll.PollInfo;
import dev.telemetry.weaving.Weaving;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SelfPollsTest {
  private static final SelfSettings OFF = new SelfSettings(false, Duration.ofHours(1));
  private static final SelfSettings HOURLY = new SelfSettings(true, Duration.ofHours(1));
  private static final SelfSettings OFTEN = new SelfSettings(true, Duration.ofMillis(10));

  private static final AtomicReference<byte[]> KEPT = new AtomicReference<>();

  private final Emitted emitted = new Emitted();
  private final SeriesRegistry registry = new SeriesRegistry();
  private final Deliveries deliveries = new Deliveries();
  private final Reporter reporter =
      new PeriodicReporter("test", "nowhere", deliveries, AgentLog.stderr());
  private final SelfPolls polls =
      new SelfPolls(
          emitted.bus,
          registry,
          () -> List.of(reporter),
          new Weaving(
                  jvm(),
                  SelfPollsTest.class.getClassLoader(),
                  emitted.bus,
                  List.of(new JdbcModule()))
              .report());

  @AfterEach
  void end() {
    polls.use(OFF);
  }

  @Test
  void off_looksAtNothing() {
    polls.use(OFF);

    assertThat(emitted.bus.poller().measurements()).isEmpty();
  }

  @Test
  void on_isOneMeasurementAnEvent() {
    polls.use(HOURLY);

    assertThat(emitted.bus.poller().measurements())
        .extracting(PollInfo::id)
        .containsExactlyInAnyOrderElementsOf(
            SelfDeclarations.all().stream().map(EventDefinition::name).toList());
  }

  @Test
  void offAgain_looksAtNothing() {
    polls.use(HOURLY);
    polls.use(OFF);

    assertThat(emitted.bus.poller().measurements()).isEmpty();
  }

  @Test
  void events_haveWhatIsDeclaredAndNoMore() throws InterruptedException {
    registry.series(Metric.of(new MetricDefinition(MetricType.COUNTER, "a.b"))).record(1);
    polls.use(OFTEN);

    for (EventDefinition declared : SelfDeclarations.all()) {
      assertThat(factsOf(declared.name()))
          .as(declared.name())
          .containsAll(names(declared.measurements()))
          .containsAll(names(declared.keys()))
          .isSubsetOf(all(declared));
    }
  }

  @Test
  void metrics_areOfMeasurementsThatAreDeclared() {
    for (MetricDefinition metric : SelfMetrics.ALL) {
      EventDefinition event =
          SelfDeclarations.all().stream()
              .filter(each -> each.name().equals(metric.event()))
              .findFirst()
              .orElseThrow();
      assertThat(names(event.measurements())).contains(metric.measurement());
      assertThat(names(event.keys())).containsAll(metric.tags());
    }
  }

  @Test
  void totals_areToldInSteps() throws Exception {
    deliveries.sent(7);
    ReporterMeasurement measurement = new ReporterMeasurement(emitted.bus, () -> List.of(reporter));
    measurement.measure();
    deliveries.sent(3);
    measurement.measure();

    assertThat(emitted.named(SelfEvents.REPORTER))
        .extracting(one -> one.number(SelfEvents.SENT))
        .containsExactly(7L, 3L);
  }

  @Test
  void metricThatLosesItsSeries_isToldToHaveNone() {
    Metric metric = Metric.of(new MetricDefinition(MetricType.COUNTER, "a.b"));
    MetricMeasurement measurement = new MetricMeasurement(emitted.bus, registry);
    registry.series(metric).record(1);
    measurement.measure();
    registry.remove(registry.series(metric));
    measurement.measure();

    assertThat(emitted.named(SelfEvents.METRIC))
        .extracting(one -> one.number(SelfEvents.SERIES))
        .containsExactly(1L, 0L);
  }

  @Test
  void cpuTimeAndMemory_areThoseOfTheAgentsThreads() throws InterruptedException {
    Thread own = new Thread(SelfPollsTest::work, "telemetry-test");
    own.setDaemon(true);
    own.start();
    ThreadMeasurement measurement = new ThreadMeasurement(emitted.bus);
    do {
      measurement.measure();
      Thread.sleep(5);
    } while (sum(SelfEvents.ALLOCATED) < 1_000_000 || sum(SelfEvents.CPU_TIME) == 0);
    own.interrupt();

    assertThat(emitted.named(SelfEvents.AGENT))
        .allMatch(one -> one.number(SelfEvents.THREADS) >= 1);
  }

  private long sum(String measurement) {
    return emitted.named(SelfEvents.AGENT).stream().mapToLong(one -> one.number(measurement)).sum();
  }

  private static void work() {
    while (!Thread.currentThread().isInterrupted()) {
      KEPT.set(new byte[10_000]);
    }
  }

  /** Of two looks, as some events are about others. */
  private Set<String> factsOf(String event) throws InterruptedException {
    while (emitted.named(event).isEmpty()) {
      Thread.sleep(5);
    }
    Set<String> facts = new HashSet<>();
    for (Emitted.One one : emitted.named(event)) {
      facts.addAll(one.numbers().keySet());
      facts.addAll(one.about().keySet());
    }
    return facts;
  }

  private static Set<String> all(EventDefinition declared) {
    Set<String> all = new HashSet<>(names(declared.measurements()));
    all.addAll(names(declared.keys()));
    return all;
  }

  private static List<String> names(List<Fact> facts) {
    return facts.stream().map(Fact::name).toList();
  }

  /** Nothing is woven here. */
  private static Instrumentation jvm() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            SelfPollsTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
  }
}
