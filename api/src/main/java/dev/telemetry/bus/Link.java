package dev.telemetry.bus;

import dev.telemetry.HandlerInfo;
import dev.telemetry.OnFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A copy's side of what {@link Bus#protocol} lists: forwards the copy's events, and keeps its
 * handlers on the agent's bus until it is closed.
 */
final class Link {
  private final Registry registry;
  private final Function<Object[], Object> agent;
  private final Map<String, LinkedHandler> linked = new ConcurrentHashMap<>();
  private Runnable forwarding = () -> {};

  Link(Registry registry, Function<Object[], Object> agent) {
    this.registry = registry;
    this.agent = agent;
  }

  boolean isTo(Function<Object[], Object> other) {
    return agent == other;
  }

  /** Begins the forwarding once the handlers have moved, so that none is called twice. */
  void open() {
    registry.handlers().forEach(this::move);
    forwarding = registry.subscribe(event -> new Forward(agent, event));
  }

  /**
   * Looks for the agent where every class loader finds it.
   *
   * @param dispatcher the class that has the agent's bus in a public static field {@code bus}
   * @param loader null for the boot loader
   * @return null where there is no agent, or it may not be looked for
   */
  static @Nullable Function<Object[], Object> findAgent(
      String dispatcher, @Nullable ClassLoader loader) {
    try {
      Object bus = Class.forName(dispatcher, false, loader).getField("bus").get(null);
      return bus instanceof Function ? Protocol.function(bus) : null;
    } catch (Throwable none) {
      return null;
    }
  }

  /**
   * Attaches a handler of the copy to the agent's bus.
   *
   * @return false where the agent does not know how
   * @throws IllegalArgumentException where the id is taken, in this copy or another
   */
  boolean attach(AttachedHandler handler) {
    LinkedHandler call = new LinkedHandler(handler, linked);
    if (linked.putIfAbsent(handler.id(), call) != null) {
      throw Registry.taken(handler.id());
    }
    boolean attached = false;
    try {
      attached = Boolean.TRUE.equals(agent.apply(call.attachment()));
    } finally {
      if (!attached) {
        linked.remove(handler.id(), call);
      }
    }
    return attached;
  }

  boolean detach(String id) {
    return Boolean.TRUE.equals(Protocol.call(agent, Protocol.DETACH, id));
  }

  List<HandlerInfo> handlers(String prefix) {
    List<HandlerInfo> found = new ArrayList<>();
    Object listed = Protocol.call(agent, Protocol.HANDLERS, prefix);
    if (listed instanceof List) {
      for (Object each : (List<?>) listed) {
        Object[] info = (Object[]) each;
        OnFailure policy = Protocol.onFailure(info[2]);
        found.add(new HandlerInfo((String) info[0], (String) info[1], policy));
      }
    }
    return found;
  }

  /** Ends the forwarding and takes the handlers back. */
  void close() {
    forwarding.run();
    for (LinkedHandler call : new ArrayList<>(linked.values())) {
      registry.attach(call.handler());
      leave(call.handler().id());
    }
  }

  private void leave(String id) {
    try {
      detach(id);
    } catch (Throwable broken) {
      // it holds the handler weakly, and will drop it
    }
  }

  private void move(AttachedHandler handler) {
    try {
      if (attach(handler)) {
        registry.detach(handler);
      }
    } catch (IllegalArgumentException taken) {
      System.err.println(
          "telemetry: handler '"
              + handler.id()
              + "' sees the events of its own copy only: "
              + taken.getMessage());
    }
  }
}
