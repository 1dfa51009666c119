package dev.telemetry;

import java.util.Objects;

/** One attached handler and one of its events, see {@link Telemetry#handlers}. Immutable. */
public final class HandlerInfo {
  private final String id;
  private final String event;
  private final OnFailure onFailure;

  /** Tells of a handler; no argument is null. */
  public HandlerInfo(String id, String event, OnFailure onFailure) {
    this.id = Objects.requireNonNull(id);
    this.event = Objects.requireNonNull(event);
    this.onFailure = Objects.requireNonNull(onFailure);
  }

  /** Returns the handler's id. */
  public String id() {
    return id;
  }

  /** Returns the event name or pattern, as it was given. */
  public String event() {
    return event;
  }

  /** Returns what happens when the handler throws. */
  public OnFailure onFailure() {
    return onFailure;
  }

  @Override
  public String toString() {
    return id + " at " + event + " (" + onFailure + ")";
  }
}
