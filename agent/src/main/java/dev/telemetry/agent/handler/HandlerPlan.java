package dev.telemetry.agent.handler;

import dev.telemetry.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A handler as the configuration wants it attached. Immutable.
 *
 * <p>Two that are equal want the same class to have the same events.
 */
public final class HandlerPlan {
  private final String id;
  private final List<String> events;
  private final Handler handler;

  HandlerPlan(String id, List<String> events, Handler handler) {
    this.id = id;
    this.events = Collections.unmodifiableList(new ArrayList<>(events));
    this.handler = handler;
  }

  /** Returns the id on the bus: the class, and a number where it is not the first of its class. */
  public String id() {
    return id;
  }

  /** Returns names and patterns of the events, at least one. */
  public List<String> events() {
    return events;
  }

  /** Returns who gets them; the same object for all of its class. */
  public Handler handler() {
    return handler;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HandlerPlan
        && ((HandlerPlan) other).id.equals(id)
        && ((HandlerPlan) other).events.equals(events);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id + " " + events;
  }
}
