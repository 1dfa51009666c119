package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import java.util.Arrays;
import java.util.IdentityHashMap;

/** Numbers hooks for woven code and keeps the dispatcher's table. Thread-safe. */
final class HookTable {
  private final IdentityHashMap<Hook, Integer> ids = new IdentityHashMap<>();
  private final WeavingReport report;
  private Hook[] hooks = new Hook[16];
  private boolean closed;

  HookTable(WeavingReport report) {
    this.report = report;
  }

  /** Returns the number of a hook, the same for the same hook, and puts it in place. */
  synchronized int idOf(Hook hook) {
    Integer id = ids.get(hook);
    if (id == null) {
      id = ids.size();
      ids.put(hook, id);
      put(id, hook);
    }
    return id;
  }

  private void put(int id, Hook hook) {
    if (id == hooks.length) {
      hooks = Arrays.copyOf(hooks, id * 2);
    }
    hooks[id] = hook;
    if (!closed) {
      Dispatcher.install(hooks, report::adviceFailed);
    }
  }

  /**
   * Empties the dispatcher for good: what is still inside woven code, and what is being woven right
   * now, calls nobody.
   */
  synchronized void clear() {
    closed = true;
    Dispatcher.install(new Hook[0], report::adviceFailed);
  }
}
