package dev.telemetry.agent.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.agent.report.Reporters;
import dev.telemetry.agent.report.log.LogReporterFactory;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A reporter of events is followed by another one while events pass. */
@Timeout(60)
class ReporterSwapTest {
  private static final int SWAPS = 20;

  private final Bus bus = new Bus();
  private final Event event = bus.event("shop.sold");
  private final ReporterContext context =
      new ReporterContext(bus, new SeriesRegistry(), AgentLog.stderr());
  private final AtomicBoolean emitting = new AtomicBoolean(true);
  private final AtomicLong emitted = new AtomicLong();

  @Test
  void reporterThatChanges_printsOrCountsEveryEvent(@TempDir Path folder) throws Exception {
    LiveReporters reporters = started(plans(folder, "events: [shop.*]"));
    Thread emitter = emitter();
    for (int i = 0; i < SWAPS; i++) {
      long before = emitted.get();
      reporters.use(plans(folder, i % 2 == 0 ? "events: [shop.sold]" : "events: [shop.*]"));
      while (emitted.get() < before + 200) {
        Thread.onSpinWait();
      }
    }
    end(emitter, reporters);

    long lost = context.deliveries("log").lostInAll();
    assertThat(lines(folder) + lost).isEqualTo(emitted.get());
    assertThat(bus.handlers("")).isEmpty();
  }

  @Test
  void reporterThatWantsNoMoreEvents_takesNone(@TempDir Path folder) throws Exception {
    LiveReporters reporters = started(plans(folder, "events: [shop.*]"));
    reporters.use(plans(folder, "format: json"));
    while (!bus.handlers("").isEmpty()) {
      Thread.onSpinWait();
    }
    emit();

    reporters.flush(Duration.ofSeconds(50).toNanos());
    assertThat(lines(folder)).isZero();
  }

  private Thread emitter() {
    Thread emitter =
        new Thread(
            () -> {
              while (emitting.get()) {
                emit();
                LockSupport.parkNanos(1);
              }
            });
    emitter.start();
    return emitter;
  }

  private void emit() {
    event.execute(Measurements.none(), Metadata.none());
    emitted.incrementAndGet();
  }

  private void end(Thread emitter, LiveReporters reporters) throws InterruptedException {
    emitting.set(false);
    emitter.join();
    reporters.use(List.of());
    while (!bus.handlers("").isEmpty()) {
      Thread.onSpinWait();
    }
    awaitThread();
  }

  /** What passed before it ended is printed by its own thread. */
  private static void awaitThread() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("telemetry-log")) {
        thread.join();
      }
    }
  }

  private LiveReporters started(List<ReporterPlan> plans) {
    LiveReporters reporters = new LiveReporters(plans, context);
    reporters.start();
    while (bus.handlers("").isEmpty()) {
      Thread.onSpinWait();
    }
    return reporters;
  }

  private static List<ReporterPlan> plans(Path folder, String keys) {
    String log =
        "{every: 1h, own-metrics: false, limit: 9999999/s, file: '"
            + folder.resolve("a.log")
            + "', ";
    var root = ConfigFixture.yaml("reporters: {log: " + log + keys + "}}").load().root();
    return Reporters.read(root, List.of(new LogReporterFactory()), GlobalTags.of(Map.of()));
  }

  private static long lines(Path folder) throws IOException {
    Path file = folder.resolve("a.log");
    return Files.exists(file) ? Files.readAllLines(file).size() : 0;
  }
}
