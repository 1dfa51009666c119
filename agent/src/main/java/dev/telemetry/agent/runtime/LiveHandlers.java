package dev.telemetry.agent.runtime;

import dev.telemetry.OnFailure;
import dev.telemetry.agent.handler.HandlerPlan;
import dev.telemetry.agent.handler.HandlersSection;
import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.settings.Settings;
import dev.telemetry.bus.Bus;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The handlers that the configuration attaches: one whose entry did not change stays as it is, one
 * that has thrown and was detached for it included.
 */
final class LiveHandlers implements Reloadable {
  private final Bus bus;
  private final AgentLog log;
  private volatile List<HandlerPlan> now;

  /** Others may have the id of one that could not be attached. */
  private final Set<String> attached = new HashSet<>();

  /**
   * Takes what is wanted at the start.
   *
   * @param now attached by {@link #start}
   */
  LiveHandlers(List<HandlerPlan> now, Bus bus, AgentLog log) {
    this.now = now;
    this.bus = bus;
    this.log = log;
  }

  /** Attaches the first ones. */
  void start() {
    now.forEach(this::attach);
  }

  @Override
  public Set<String> sections() {
    return Collections.singleton(HandlersSection.NAME);
  }

  @Override
  public void reload(Settings next, Changes changes) {
    Map<String, HandlerPlan> before = Changes.byName(now, HandlerPlan::id);
    Map<String, HandlerPlan> after = Changes.byName(next.handlers(), HandlerPlan::id);
    now = next.handlers();
    before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(this::detach);
    after.forEach(
        (id, plan) -> {
          if (!plan.equals(before.get(id))) {
            attach(plan);
          }
        });
    changes.compare(HandlersSection.NAME, before, after, HandlerPlan::equals);
  }

  private void attach(HandlerPlan plan) {
    try {
      if (attached.contains(plan.id())) {
        bus.replace(plan.id(), plan.events(), plan.handler(), OnFailure.detach());
      } else {
        bus.attach(plan.id(), plan.events(), plan.handler(), OnFailure.detach());
        attached.add(plan.id());
      }
    } catch (IllegalArgumentException taken) {
      log.failure("handler " + plan.id() + " cannot be attached", taken);
    }
  }

  private void detach(String id) {
    if (attached.remove(id)) {
      bus.detach(id);
    }
  }

  /** Writes them behind keys of an object that is open. */
  void write(JsonWriter json) {
    json.array(HandlersSection.NAME);
    for (HandlerPlan plan : now) {
      json.object().text("id", plan.id()).array("events");
      plan.events().forEach(json::text);
      json.endArray().flag("attached", isAttached(plan)).endObject();
    }
    json.endArray();
  }

  private boolean isAttached(HandlerPlan plan) {
    return bus.handlers("").stream().anyMatch(info -> info.id().equals(plan.id()));
  }
}
