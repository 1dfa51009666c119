package dev.telemetry.instrumentation.executor;

import dev.telemetry.Measurements;
import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Event;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of pools with queues: handed over on one thread, taken and run by a worker. Called on
 * the application's threads; waits for nobody. Thread-safe.
 */
final class Tasks {
  private final Event task;
  private final Event reject;
  private final Pools pools;
  private final Stamps stamps = new Stamps();

  /** By thread, because what a worker does is known at places that do not know its pool. */
  private final Map<Thread, Running> workers = new ConcurrentHashMap<>();

  Tasks(Bus bus, Pools pools) {
    task = bus.event(ExecutorEvents.TASK);
    reject = bus.event(ExecutorEvents.REJECT);
    this.pools = pools;
  }

  void handedOver(@Nullable Object handed) {
    if (handed != null && task.enabled()) {
      stamps.put(handed, System.nanoTime());
    }
  }

  /** A worker of a pool begins, before its first task. */
  void workerBegins(Object pool, String type) {
    Thread worker = Thread.currentThread();
    PoolName name = pools.seen(pool, worker, type);
    if (!name.isOfTheAgent()) {
      workers.put(worker, new Running(name));
    }
  }

  void workerEnds() {
    workers.remove(Thread.currentThread());
  }

  /** A new worker was made for a task: it does not wait in the queue. */
  void givenToNewWorker(Object given) {
    stamps.take(given);
  }

  /** A worker has taken a task from the queue; one that began unseen is known from here on. */
  void taken(Object pool, Object taken, String type) {
    if (!workers.containsKey(Thread.currentThread())) {
      workerBegins(pool, type);
    }
    long handedOver = stamps.take(taken);
    Running running = workers.get(Thread.currentThread());
    if (running != null) {
      running.taken(handedOver, System.nanoTime());
    }
  }

  /** A task begins: a worker locks itself. */
  void runBegins(Object by) {
    Running running = workers.get(Thread.currentThread());
    if (running != null && task.enabled()) {
      running.begins(by, System.nanoTime());
    }
  }

  /** Ignores what has not begun on this thread: a worker's lock is freed by others too. */
  void runEnds(Object by) {
    Running running = workers.get(Thread.currentThread());
    if (running != null) {
      running.ends(by, System.nanoTime(), task);
    }
  }

  /** A pool has refused a task; before its first thread it has no name but its type's. */
  void refused(Object pool, @Nullable Object refused, String type) {
    if (refused != null) {
      stamps.take(refused);
    }
    if (reject.enabled()) {
      reject.execute(Measurements.none(), pools.nameOf(pool, type).metadata());
    }
  }

  /** Forgets workers of which the end was not seen. */
  void forgetDead() {
    workers.keySet().removeIf(worker -> !worker.isAlive());
  }
}
