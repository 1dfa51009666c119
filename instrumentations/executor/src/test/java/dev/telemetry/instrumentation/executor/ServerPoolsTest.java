package dev.telemetry.instrumentation.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.PulledValues;
import dev.telemetry.instrumentation.testing.RecordedEvent;
import dev.telemetry.instrumentation.testing.Woven;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The worker pools of servers, which have classes of their own. */
@Timeout(60)
class ServerPoolsTest {
  private final ExecutorModule module = new ExecutorModule();

  @RegisterExtension final Woven woven = new Woven(module);

  @Test
  void tasksOfTomcat_areTimed() throws Exception {
    ThreadPoolExecutor pool = tomcat(10);
    run(pool, 3);

    List<RecordedEvent> tasks = await(PoolType.TOMCAT, 3);
    assertThat(tasks).hasSize(3).allSatisfy(task -> isTimed(task, "exec"));
    pool.shutdown();
  }

  @Test
  void refusalOfTomcat_isCountedOnce() throws InterruptedException {
    ThreadPoolExecutor pool = tomcat(1);
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch taken = new CountDownLatch(1);
    pool.execute(
        () -> {
          taken.countDown();
          awaitOpen(end);
        });
    taken.await();
    pool.execute(() -> awaitOpen(end));

    assertThatThrownBy(() -> pool.execute(() -> awaitOpen(end)))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(woven.events().named(ExecutorEvents.REJECT)).hasSize(1);
    end.countDown();
    pool.shutdown();
  }

  @Test
  void tasksOfJetty_areTimed() throws Exception {
    QueuedThreadPool pool = new QueuedThreadPool(8, 2);
    pool.setName("jobs");
    pool.start();
    run(pool, 3);

    List<RecordedEvent> tasks = await(PoolType.JETTY, 3);
    assertThat(tasks.subList(0, 3)).allSatisfy(task -> isTimed(task, "jobs"));
    pool.stop();
  }

  @Test
  void sizesOfBoth_areTold() throws Exception {
    ThreadPoolExecutor tomcat = tomcat(10);
    run(tomcat, 1);
    QueuedThreadPool jetty = new QueuedThreadPool(8, 2);
    jetty.start();
    run(jetty, 1);
    await(PoolType.TOMCAT, 1);
    await(PoolType.JETTY, 1);
    module.pull(new NoValues());

    List<RecordedEvent> sizes = woven.events().named(ExecutorEvents.POOL);
    assertThat(limitOf(sizes, PoolType.TOMCAT)).isEqualTo(1);
    assertThat(limitOf(sizes, PoolType.JETTY)).isEqualTo(8);
    tomcat.shutdown();
    jetty.stop();
  }

  private static ThreadPoolExecutor tomcat(int places) {
    TaskQueue queue = new TaskQueue(places);
    TaskThreadFactory threads = new TaskThreadFactory("exec-", true, Thread.NORM_PRIORITY);
    ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, queue, threads);
    queue.setParent(pool);
    return pool;
  }

  private static void run(Executor pool, int tasks) throws InterruptedException {
    CountDownLatch ran = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      pool.execute(ran::countDown);
    }
    ran.await();
  }

  /** A task's event comes after what the task itself does. */
  private List<RecordedEvent> await(String type, int tasks) throws InterruptedException {
    List<RecordedEvent> found = tasksOf(type);
    while (found.size() < tasks) {
      Thread.sleep(2);
      found = tasksOf(type);
    }
    return found;
  }

  private List<RecordedEvent> tasksOf(String type) {
    return woven.events().named(ExecutorEvents.TASK).stream()
        .filter(event -> type.equals(event.metadata().get(ExecutorEvents.TYPE)))
        .toList();
  }

  private static void isTimed(RecordedEvent task, String pool) {
    assertThat(task.metadata().get(ExecutorEvents.NAME)).isEqualTo(pool);
    assertThat(task.measurements().get(ExecutorEvents.RUN)).isNotNull();
  }

  private static long limitOf(List<RecordedEvent> sizes, String type) {
    return sizes.stream()
        .filter(event -> type.equals(event.metadata().get(ExecutorEvents.TYPE)))
        .mapToLong(event -> event.measurements().getOrDefault(ExecutorEvents.LIMIT, -1).longValue())
        .findFirst()
        .orElseThrow();
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sizes are events. */
  private static final class NoValues implements PulledValues.Sink {
    @Override
    public void record(MetricDefinition metric, String[] tagValues, double measured) {
      throw new AssertionError(metric);
    }

    @Override
    public void remove(MetricDefinition metric, String[] tagValues) {
      throw new AssertionError(metric);
    }
  }
}
