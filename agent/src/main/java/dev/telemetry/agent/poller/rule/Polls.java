package dev.telemetry.agent.poller.rule;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.bus.Bus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The rules that are followed now. Thread-safe. */
public final class Polls {
  private final Bus bus;
  private final Surroundings surroundings;
  private final Map<String, PollRule> followed = new LinkedHashMap<>();

  /**
   * Makes what follows no rule yet and has no thread.
   *
   * @param loaded gives the classes that are loaded at that moment
   */
  public Polls(Bus bus, Supplier<Class<?>[]> loaded, AgentLog log) {
    this.bus = bus;
    this.surroundings = new Surroundings(loaded, log, System::nanoTime);
  }

  /** Follows these rules from now on; those that were followed before go on untouched. */
  public synchronized void use(List<PollRule> rules) {
    for (PollRule rule : new ArrayList<>(followed.values())) {
      if (!rules.contains(rule)) {
        bus.poller().remove(rule.id());
        followed.remove(rule.id());
      }
    }
    for (PollRule rule : rules) {
      if (followed.putIfAbsent(rule.id(), rule) == null) {
        bus.poller().add(rule.id(), rule.every(), rule.measurement(bus, surroundings));
      }
    }
  }
}
