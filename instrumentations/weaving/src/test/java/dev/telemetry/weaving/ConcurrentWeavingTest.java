package dev.telemetry.weaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.bus.Bus;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConcurrentWeavingTest {
  private static final int THREADS = 8;
  private static final int CLASSES = 40;
  private static final int BOUND_SECONDS = 60;

  private final Instrumentation jvm = ByteBuddyAgent.install();
  private final Probe probe = new Probe();
  private final Weaving weaving =
      new Weaving(jvm, ConcurrentWeavingTest.class.getClassLoader(), new Bus(), List.of(probe));
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 2);
  private final AtomicBoolean loading = new AtomicBoolean(true);
  private int before;

  @AfterEach
  void giveBack() {
    loading.set(false);
    threads.shutdownNow();
    weaving.takeBack();
  }

  @Test
  void classesLoadedByManyThreadsBesideTheSweep_areEachWovenOnce() throws Exception {
    startBehindAllThatIsLoaded();
    Future<Integer> swept = threads.submit(this::sweepWhileLoading);
    Future<?> warmed = threads.submit(weaving::warmUp);

    for (Future<Integer> loaded : loadOnAllThreads()) {
      assertThat(loaded.get(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo(CLASSES);
    }
    loading.set(false);

    assertThat(swept.get(BOUND_SECONDS, TimeUnit.SECONDS)).isZero();
    warmed.get(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(weaving.report().wovenByModule()).containsEntry("probe", before + THREADS * CLASSES);
    assertThat(probe.seen).hasSize(THREADS * CLASSES * 2);
    assertThat(weaving.report().failures()).isZero();
  }

  @Test
  void oneLoaderAskedByManyThreads_isWovenOnce() throws Exception {
    startBehindAllThatIsLoaded();
    ClassLoader loader = new SubjectLoader();
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<Future<Class<?>>> loaded = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      loaded.add(
          threads.submit(
              () -> {
                together.await();
                return loader.loadClass(Subjects.Polite.class.getName());
              }));
    }
    for (Future<Class<?>> one : loaded) {
      assertThat(one.get(BOUND_SECONDS, TimeUnit.SECONDS).getClassLoader()).isSameAs(loader);
    }

    assertThat(weaving.report().wovenByModule()).containsEntry("probe", before + 1);
  }

  /** Other tests have left subjects in this JVM. */
  private void startBehindAllThatIsLoaded() {
    weaving.start();
    before = weaving.sweep(true);
  }

  private List<Future<Integer>> loadOnAllThreads() {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<Future<Integer>> loaded = new ArrayList<>();
    Callable<Integer> load =
        () -> {
          together.await();
          return load();
        };
    for (int i = 0; i < THREADS; i++) {
      loaded.add(threads.submit(load));
    }
    return loaded;
  }

  private int load() throws Exception {
    int count = 0;
    for (; count < CLASSES; count++) {
      Class<?> polite = new SubjectLoader().loadClass(Subjects.Polite.class.getName());
      ((Runnable) polite.getConstructor().newInstance()).run();
    }
    return count;
  }

  private int sweepWhileLoading() {
    int late = 0;
    while (loading.get()) {
      late += weaving.sweep(false);
    }
    return late;
  }
}
