package dev.telemetry.weaving;

import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers hooks for woven code and keeps the dispatcher's table. Thread-safe. */
final class HookTable {
  private final Map<Hook, Integer> ids = new HashMap<>();
  private final List<Hook> hooks = new ArrayList<>();
  private final WeavingReport report;

  HookTable(WeavingReport report) {
    this.report = report;
  }

  /** Returns the number of a hook, the same for the same hook, and puts it in place. */
  synchronized int idOf(Hook hook) {
    Integer id = ids.get(hook);
    if (id == null) {
      id = hooks.size();
      ids.put(hook, id);
      hooks.add(hook);
      Dispatcher.install(hooks.toArray(new Hook[0]), report::adviceFailed);
    }
    return id;
  }

  /** Empties the dispatcher: what is still inside woven code calls nobody. */
  synchronized void clear() {
    Dispatcher.install(new Hook[0], report::adviceFailed);
  }
}
