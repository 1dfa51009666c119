package dev.telemetry.instrumentation.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TasksTest {
  private static final String TYPE = PoolType.THREAD_POOL;

  private final Bus bus = new Bus();
  private final List<Map<String, Object>> emitted = new ArrayList<>();
  private final Object pool = new Object();
  private final Object task = new Object();
  private final Object worker = new Object();
  private Pools pools = new Pools(bus.event(ExecutorEvents.POOL));
  private Tasks tasks = new Tasks(bus, pools);

  @Test
  void task_hasItsTimesAndItsPool() throws InterruptedException {
    listen();
    tasks.handedOver(task);
    onThread("mail-3", this::takeAndRun);

    assertThat(emitted)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).containsEntry(ExecutorEvents.NAME, "mail");
              assertThat(one).containsEntry(ExecutorEvents.TYPE, TYPE);
              assertThat((Long) one.get(ExecutorEvents.WAIT)).isNotNegative();
              assertThat((Long) one.get(ExecutorEvents.RUN)).isNotNegative();
            });
  }

  @Test
  void taskThatWasNotHandedOver_hasNoWait() throws InterruptedException {
    listen();
    onThread("mail-3", this::takeAndRun);

    assertThat(emitted)
        .singleElement()
        .satisfies(one -> assertThat(one).doesNotContainKey(ExecutorEvents.WAIT));
  }

  @Test
  void unlockOfAnotherWorker_endsNoTask() throws InterruptedException {
    listen();
    onThread(
        "mail-3",
        () -> {
          tasks.taken(pool, task, TYPE);
          tasks.runBegins(worker);
          tasks.runEnds(new Object());
        });

    assertThat(emitted).isEmpty();
  }

  @Test
  void agentsOwnPools_areLeftOut() throws InterruptedException {
    listen();
    onThread("telemetry-poll-1", this::takeAndRun);

    assertThat(emitted).isEmpty();
  }

  @Test
  void refusal_isAnEvent() throws InterruptedException {
    listen();
    onThread("mail-3", () -> tasks.workerBegins(pool, TYPE));
    tasks.refused(pool, task, TYPE);

    assertThat(emitted)
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry(ExecutorEvents.NAME, "mail"));
  }

  @Test
  void pools_ofOneNameAddUp() throws Exception {
    listen();
    ThreadPoolExecutor first = busyPool();
    ThreadPoolExecutor second = busyPool();
    CountDownLatch end = new CountDownLatch(1);
    fill(first, end);
    fill(second, end);
    pools.tell();
    end.countDown();

    Map<String, Object> sizes = ofName("busy");
    assertThat(sizes)
        .containsEntry(ExecutorEvents.THREADS, 4L)
        .containsEntry(ExecutorEvents.ACTIVE, 4L)
        .containsEntry(ExecutorEvents.LIMIT, 4L)
        .containsEntry(ExecutorEvents.QUEUED, 2L)
        .containsEntry(ExecutorEvents.COMPLETED, 0L);
    first.shutdown();
    second.shutdown();
  }

  @Test
  void forkJoinPool_isFoundByItsThreads() throws Exception {
    listen();
    ForkJoinPool own = new ForkJoinPool(2);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    own.execute(
        () -> {
          running.countDown();
          await(end);
        });
    running.await();
    pools.tell();
    end.countDown();
    own.shutdown();

    assertThat(emitted)
        .anySatisfy(
            one ->
                assertThat(one)
                    .containsEntry(ExecutorEvents.TYPE, PoolType.FORK_JOIN)
                    .containsEntry(ExecutorEvents.LIMIT, 2L));
  }

  @Test
  void everyEvent_hasWhatIsDeclared() throws InterruptedException {
    listen();
    tasks.handedOver(task);
    onThread("mail-3", this::takeAndRun);
    tasks.refused(pool, task, TYPE);
    pools.tell();

    Set<String> facts = new HashSet<>();
    emitted.forEach(one -> facts.addAll(one.keySet()));
    Set<String> declared = new HashSet<>(Set.of("event"));
    ExecutorEvents.all()
        .forEach(
            event -> {
              event.measurements().forEach(fact -> declared.add(fact.name()));
              event.keys().forEach(fact -> declared.add(fact.name()));
            });
    assertThat(facts).isSubsetOf(declared).contains(ExecutorEvents.RUN, ExecutorEvents.QUEUED);
  }

  private void takeAndRun() {
    tasks.workerBegins(pool, TYPE);
    tasks.taken(pool, task, TYPE);
    tasks.runBegins(worker);
    tasks.runEnds(worker);
    tasks.workerEnds();
  }

  private void listen() {
    bus.attach(
        "test",
        List.of("executor.**"),
        (event, measurements, metadata) -> {
          Map<String, Object> one = new java.util.HashMap<>(metadata.toMap());
          one.putAll(measurements.toMap());
          one.put("event", event);
          emitted.add(one);
        },
        OnFailure.detach());
    pools = new Pools(bus.event(ExecutorEvents.POOL));
    tasks = new Tasks(bus, pools);
  }

  private Map<String, Object> ofName(String name) {
    return emitted.stream()
        .filter(one -> name.equals(one.get(ExecutorEvents.NAME)))
        .findFirst()
        .orElseThrow();
  }

  private static ThreadPoolExecutor busyPool() {
    return new ThreadPoolExecutor(2, 2, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
  }

  /** Two run, one waits. */
  private void fill(ThreadPoolExecutor busy, CountDownLatch end) throws InterruptedException {
    CountDownLatch running = new CountDownLatch(2);
    busy.setThreadFactory(work -> new Thread(work, "busy-1"));
    for (int i = 0; i < 3; i++) {
      busy.execute(
          () -> {
            pools.seen(busy, Thread.currentThread(), TYPE);
            running.countDown();
            await(end);
          });
    }
    running.await();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private static void onThread(String name, Runnable work) throws InterruptedException {
    Thread thread = new Thread(work, name);
    thread.start();
    thread.join();
  }
}
