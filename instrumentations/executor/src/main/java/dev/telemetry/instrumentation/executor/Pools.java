package dev.telemetry.instrumentation.executor;

import dev.telemetry.bus.Event;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** The pools that have threads, none of which is held for it. Thread-safe. */
final class Pools {
  private static final int ROOM = 64;
  private static final String CARRIER = "CarrierThread";

  private final Event event;
  private final List<Pool> known = new ArrayList<>();

  Pools(Event event) {
    this.event = event;
  }

  /** A pool has this thread. */
  synchronized PoolName seen(Object pool, Thread worker, String type) {
    for (Pool each : known) {
      if (each.get() == pool) {
        return each.name;
      }
    }
    PoolName name = PoolName.of(worker, type);
    if (!name.isOfTheAgent()) {
      known.add(new Pool(pool, name, type));
    }
    return name;
  }

  /** Returns the name of a pool; that of its type where it has had no thread yet. */
  synchronized PoolName nameOf(Object pool, String type) {
    for (Pool each : known) {
      if (each.get() == pool) {
        return each.name;
      }
    }
    return new PoolName(type, type);
  }

  /** Emits the numbers of all pools, those of one name together; a name stays once it was told. */
  void tell() {
    if (event.enabled()) {
      findForkJoinPools();
      sizes().forEach((name, size) -> event.execute(size.measurements(), name.metadata()));
    }
  }

  private synchronized Map<PoolName, PoolSize> sizes() {
    Map<PoolName, PoolSize> sizes = new LinkedHashMap<>();
    for (Iterator<Pool> each = known.iterator(); each.hasNext(); ) {
      Pool pool = each.next();
      PoolSize sum = sizes.computeIfAbsent(pool.name, first -> new PoolSize());
      if (!pool.addTo(sum)) {
        each.remove(); // once more told, with what is left of its name
      }
    }
    return sizes;
  }

  /** They are found by their threads: no code of theirs need be woven. */
  private void findForkJoinPools() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + ROOM];
    int live = root.enumerate(threads, true); // what does not fit is seen the next time
    for (int i = 0; i < live; i++) {
      if (threads[i] instanceof ForkJoinWorkerThread) {
        seen((ForkJoinWorkerThread) threads[i]);
      }
    }
  }

  private void seen(ForkJoinWorkerThread worker) {
    ForkJoinPool pool = worker.getPool();
    boolean carrier = worker.getClass().getSimpleName().equals(CARRIER);
    if (pool != null) {
      seen(pool, worker, carrier ? PoolType.VIRTUAL : PoolType.FORK_JOIN);
    }
  }

  /** One pool, and how many of its tasks were told. */
  private static final class Pool extends WeakReference<Object> {
    final PoolName name;
    private final String type;
    private long completed;

    Pool(Object pool, PoolName name, String type) {
      super(pool);
      this.name = name;
      this.type = type;
    }

    /** Returns false where there is nothing to be had from it any more. */
    boolean addTo(PoolSize sum) {
      @Nullable Object pool = get();
      try {
        if (pool != null) {
          PoolSize size = PoolReader.read(pool, type);
          sum.add(size, Math.max(0, size.completed() - completed));
          completed = Math.max(completed, size.completed());
        }
        return pool != null;
      } catch (ReflectiveOperationException | RuntimeException unlike) {
        return false;
      }
    }
  }
}
