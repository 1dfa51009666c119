package dev.telemetry.agent.poller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.agent.log.AgentLog;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VmPollerTest {
  private static final VmSettings HOURLY = new VmSettings(true, TimeUnit.HOURS.toNanos(1));
  private static final VmSettings OFF = new VmSettings(false, 1);

  private final Emitted emitted = new Emitted();
  private final VmPoller poller = new VmPoller(emitted.bus, AgentLog.stderr());

  @AfterEach
  void stop() {
    poller.stop(System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
  }

  @Test
  void start_emitsEveryEvent() throws InterruptedException {
    poller.use(HOURLY);

    await(() -> !emitted.named("jvm.file_descriptor").isEmpty());
    assertThat(emitted.events.stream().map(Emitted.One::name).distinct())
        .contains(
            "jvm.memory",
            "jvm.thread",
            "jvm.class",
            "jvm.cpu",
            "jvm.buffer",
            "jvm.file_descriptor");
  }

  @Test
  void collections_areToldOneByOne() throws InterruptedException {
    poller.use(HOURLY);
    await(() -> !emitted.named("jvm.memory").isEmpty());
    int attempts = 0;
    while (!collectsAsTold() && attempts < 10) {
      attempts++; // a collection that nobody asked for was just ending
    }

    assertThat(attempts).isLessThan(10);
    Emitted.One last = emitted.named("jvm.gc").get(emitted.named("jvm.gc").size() - 1);
    assertThat(last.about()).containsEntry("jvm.gc.cause", "System.gc()");
    assertThat((String) last.about().get("jvm.gc.action")).startsWith("end of ");
    assertThat(last.number("duration") % TimeUnit.MILLISECONDS.toNanos(1)).isZero();
  }

  private boolean collectsAsTold() throws InterruptedException {
    Map<String, Long> told = emittedCollections();
    Map<String, Long> counted = collections();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Map<String, Long> expected = difference(collections(), counted);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (!difference(emittedCollections(), told).equals(expected)) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(5);
    }
    return true;
  }

  private static Map<String, Long> difference(Map<String, Long> now, Map<String, Long> before) {
    Map<String, Long> difference = new TreeMap<>();
    now.forEach((name, count) -> difference.put(name, count - before.getOrDefault(name, 0L)));
    difference.values().removeIf(count -> count == 0);
    return difference;
  }

  @Test
  void offAndOnAgain_totalsGoOn() throws InterruptedException {
    poller.use(HOURLY);
    await(() -> !emitted.named("jvm.cpu").isEmpty());
    poller.use(OFF);
    await(() -> emitted.named("jvm.file_descriptor").size() == 2);
    poller.use(HOURLY);
    await(() -> emitted.named("jvm.class").size() == 3);

    long total = emitted.named("jvm.class").stream().mapToLong(each -> each.number("loaded")).sum();
    assertThat(total)
        .isLessThanOrEqualTo(ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount());
  }

  @Test
  void stop_endsTheThread() throws InterruptedException {
    poller.use(HOURLY);
    await(() -> !emitted.named("jvm.memory").isEmpty());
    poller.stop(System.nanoTime() + TimeUnit.MINUTES.toNanos(1));

    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("telemetry-poller"));
  }

  @Test
  void stop_doesNotWaitForAHandlerThatHangs() throws InterruptedException {
    CountDownLatch hangs = new CountDownLatch(1);
    CountDownLatch hold = new CountDownLatch(1);
    emitted.bus.attach(
        "hangs",
        List.of("jvm.class"),
        (event, numbers, about) -> {
          hangs.countDown();
          hold.await();
        },
        OnFailure.detach());
    poller.use(HOURLY);
    hangs.await();
    poller.stop(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1));

    assertThat(emitted.named("jvm.cpu")).isEmpty();
    hold.countDown();
  }

  private Map<String, Long> emittedCollections() {
    return emitted.named("jvm.gc").stream()
        .collect(
            Collectors.groupingBy(
                each -> (String) each.about().get("jvm.gc.name"),
                TreeMap::new,
                Collectors.counting()));
  }

  private static Map<String, Long> collections() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .collect(
            Collectors.toMap(
                GarbageCollectorMXBean::getName, GarbageCollectorMXBean::getCollectionCount));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.sleep(5);
    }
  }
}
