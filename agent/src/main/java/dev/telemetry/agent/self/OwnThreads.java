package dev.telemetry.agent.self;

import java.util.ArrayList;
import java.util.List;

/** Finds the agent's threads by their names, without stopping any. */
final class OwnThreads {
  private static final String PREFIX = "telemetry-";
  private static final int ROOM = 64;

  private OwnThreads() {}

  /** Returns those that are alive, of every thread group. */
  static List<Thread> now() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + ROOM];
    int live = root.enumerate(threads, true); // what does not fit is seen the next time
    List<Thread> own = new ArrayList<>();
    for (int i = 0; i < live; i++) {
      if (threads[i].getName().startsWith(PREFIX)) {
        own.add(threads[i]);
      }
    }
    return own;
  }
}
