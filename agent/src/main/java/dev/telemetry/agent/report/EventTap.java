package dev.telemetry.agent.report;

import dev.telemetry.Handler;
import dev.telemetry.Measurements;
import dev.telemetry.Metadata;
import dev.telemetry.OnFailure;
import dev.telemetry.bus.Bus;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Takes events as they pass to a reporter's own thread: the emitting thread leaves a reference and
 * goes on. A reporter has its tap from {@link ReporterContext#tap}.
 *
 * <p>Bounded: what comes faster than it is drained is dropped and counted. Many threads emit, one
 * drains.
 */
public final class EventTap {
  private static final OnFailure KEEP = OnFailure.keep(1);

  private final Bus bus;
  private final String id;
  private final int capacity;
  private final Runnable dropped;
  private final Queue<TappedEvent> passed = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger users = new AtomicInteger();

  /**
   * Makes a tap that is not open yet, of somebody who counts on their own.
   *
   * @param name the handler's id bears it; unique among those open
   * @param dropped is told of each event that is dropped, on the emitting thread
   */
  public EventTap(Bus bus, String name, int capacity, Runnable dropped) {
    this.bus = bus;
    this.dropped = dropped;
    id = "telemetry-" + name;
    this.capacity = capacity;
  }

  /** Has one more who will close it. Returns this. */
  EventTap used() {
    users.incrementAndGet();
    return this;
  }

  /**
   * Begins to take events; where it is open already it takes others from now on, and misses none.
   *
   * @param patterns names or patterns; empty for none
   * @throws IllegalArgumentException where one is malformed
   */
  public void open(Collection<String> patterns) {
    if (patterns.isEmpty()) {
      bus.detach(id);
    } else {
      Handler take = this::take;
      bus.replace(id, patterns, take, KEEP);
    }
  }

  /** Takes no more, unless somebody goes on with it; what waits can still be drained. */
  public void close() {
    if (users.decrementAndGet() <= 0) {
      bus.detach(id);
    }
  }

  /** On the emitting thread. */
  private void take(String event, Measurements measurements, Metadata metadata) {
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      dropped.run();
      return;
    }
    passed.add(new TappedEvent(event, measurements, metadata));
  }

  /** Hands over what waits now, oldest first, and returns how many there were. */
  public int drain(Consumer<? super TappedEvent> consumer) {
    int most = waiting.get();
    int drained = 0;
    TappedEvent event = passed.poll();
    while (event != null) {
      waiting.decrementAndGet();
      drained++;
      consumer.accept(event);
      event = drained < most ? passed.poll() : null;
    }
    return drained;
  }
}
