package dev.telemetry.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WeakMapTest {
  private final WeakMap<Object, String> map = new WeakMap<>(1 << 16);

  /** Equal to all of its kind, so only identity tells them apart. */
  private record Equal() {}

  @Test
  void get_comparesByIdentity() {
    Equal one = new Equal();
    Equal other = new Equal();
    map.put(one, "one");

    assertThat(map.get(one)).isEqualTo("one");
    assertThat(map.get(other)).isNull();
  }

  @Test
  void put_replacesTheValue() {
    Object key = new Object();
    map.put(key, "first");
    map.put(key, "second");

    assertThat(map.get(key)).isEqualTo("second");
    assertThat(map.size()).isEqualTo(1);
  }

  @Test
  void remove_forgetsOneEntry() {
    List<Object> keys = filled(1_000);

    assertThat(map.remove(keys.get(500))).isEqualTo("500");
    assertThat(map.remove(keys.get(500))).isNull();
    assertThat(map.get(keys.get(500))).isNull();
    assertThat(map.get(keys.get(499))).isEqualTo("499");
    assertThat(map.size()).isEqualTo(999);
  }

  @Test
  void put_growsWithItsKeys() {
    List<Object> keys = filled(20_000);

    for (int i = 0; i < keys.size(); i++) {
      assertThat(map.get(keys.get(i))).isEqualTo(String.valueOf(i));
    }
    assertThat(map.size()).isEqualTo(20_000);
  }

  @Test
  void size_shrinksWhenKeysAreCollected() throws InterruptedException {
    List<Object> kept = filled(100);
    filled(10_000);

    for (int i = 0; i < 500 && map.size() > 100; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(map.size()).isEqualTo(100);
    assertThat(map.get(kept.get(99))).isEqualTo("99");
  }

  @Test
  void put_holdsNoMoreThanTheLimit() {
    WeakMap<Object, String> small = new WeakMap<>(256);
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      keys.add(new Object());
      small.put(keys.get(i), "x");
    }

    assertThat(small.size()).isBetween(128, 256);
  }

  @Test
  void put_leavesWhatIsUsedAgainBeyondTheLimit() {
    WeakMap<Object, String> small = new WeakMap<>(256);
    Object used = new Object();
    small.put(used, "used");
    small.get(used);
    small.get(used);
    List<Object> others = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      others.add(new Object());
      small.put(others.get(i), "x");
    }

    assertThat(small.get(used)).isEqualTo("used");
  }

  @Test
  void put_refusesBeyondTheLimitWhereAllIsUsedAgain() {
    WeakMap<Object, String> small = new WeakMap<>(256);
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      keys.add(new Object());
      small.put(keys.get(i), "x");
      small.get(keys.get(i));
      small.get(keys.get(i));
    }

    assertThat(small.size()).isBetween(128, 256);
    assertThat(small.get(keys.get(0))).isEqualTo("x");
  }

  @Test
  void get_findsItsKeysWhileOthersComeAndGo() throws Exception {
    int threads = 4;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> missed = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        missed.add(pool.submit(churn(start)));
      }
      for (Future<Integer> future : missed) {
        assertThat(future.get()).isZero();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(map.size()).isZero();
  }

  private Callable<Integer> churn(CyclicBarrier start) {
    return () -> {
      start.await();
      int missed = 0;
      for (int round = 0; round < 50; round++) {
        List<Object> keys = filled(500);
        for (int i = 0; i < keys.size(); i++) {
          missed += String.valueOf(i).equals(map.get(keys.get(i))) ? 0 : 1;
          missed += String.valueOf(i).equals(map.remove(keys.get(i))) ? 0 : 1;
          missed += map.get(keys.get(i)) == null ? 0 : 1;
        }
      }
      return missed;
    };
  }

  @Test
  void get_allocatesNothing() {
    List<Object> keys = filled(1_000);
    int found = lookUp(keys);
    long before = allocated();
    for (int round = 0; round < 1_000; round++) {
      found += lookUp(keys);
    }
    long bytes = allocated() - before;

    assertThat(found).isEqualTo(1_001_000);
    assertThat(bytes).isLessThan(1_000_000);
  }

  private int lookUp(List<Object> keys) {
    int found = 0;
    for (int i = 0; i < keys.size(); i++) {
      found += map.get(keys.get(i)) == null ? 0 : 1;
    }
    return found;
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  private List<Object> filled(int count) {
    List<Object> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object key = new Object();
      keys.add(key);
      map.put(key, String.valueOf(i));
    }
    return keys;
  }
}
