package dev.telemetry.agent.poller;

import dev.telemetry.bus.Event;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The live platform threads by daemon and state.
 *
 * <p>Enumerates the thread groups and asks each thread, which stops nobody. Whoever asks the
 * management bean for so many threads waits up to a hundred times as long, and on Java 8 lets
 * starting threads wait as well; see docs/decisions.md.
 */
final class ThreadMeasurement implements PeriodicMeasurement {
  private static final int ROOM = 64;

  private final ThreadGroup root;
  // what has been there goes back to zero, so states stay once they are in here
  private final Map<Thread.State, int[]> daemons = new EnumMap<>(Thread.State.class);
  private final Map<Thread.State, int[]> others = new EnumMap<>(Thread.State.class);
  private int room = ROOM;

  ThreadMeasurement() {
    this(root(Thread.currentThread().getThreadGroup()));
  }

  ThreadMeasurement(ThreadGroup root) {
    this.root = root;
  }

  @Override
  public void measure(Event event) {
    countAll();
    emit(event, true, daemons);
    emit(event, false, others);
  }

  private static void emit(Event event, boolean daemon, Map<Thread.State, int[]> counts) {
    for (Map.Entry<Thread.State, int[]> each : counts.entrySet()) {
      new Reading()
          .about(VmEvents.THREAD_DAEMON, daemon)
          .about(VmEvents.THREAD_STATE, each.getKey().name().toLowerCase(Locale.ROOT))
          .number(VmEvents.COUNT, each.getValue()[0])
          .emit(event);
      each.getValue()[0] = 0;
    }
  }

  private void countAll() {
    Thread[] threads = new Thread[room];
    int live = root.enumerate(threads, true);
    while (live == threads.length) { // what does not fit is left out
      threads = new Thread[2 * threads.length];
      live = root.enumerate(threads, true);
    }
    room = live + live / 4 + ROOM;
    for (int i = 0; i < live; i++) {
      count(threads[i]);
    }
  }

  private void count(Thread thread) {
    Thread.State state = thread.getState();
    if (state != Thread.State.TERMINATED) { // it has ended meanwhile
      count(state, thread.isDaemon() ? daemons : others);
    }
  }

  private static void count(Thread.State state, Map<Thread.State, int[]> counts) {
    int[] count = counts.get(state);
    if (count == null) {
      count = new int[1];
      counts.put(state, count);
    }
    count[0]++;
  }

  private static ThreadGroup root(ThreadGroup group) {
    ThreadGroup parent = group.getParent();
    return parent == null ? group : root(parent);
  }
}
