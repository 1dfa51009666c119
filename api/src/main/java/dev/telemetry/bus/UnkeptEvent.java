package dev.telemetry.bus;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Who listens to a name beyond the limit: the registry does not know of it, hence it looks itself
 * whether anything has changed, at each event. Nobody waits for a lock, however many names are made
 * up, and what is no longer held is garbage like any other.
 */
final class UnkeptEvent extends HandOver {
  private final Registry registry;
  private final Event handle;
  private volatile @Nullable Resolved resolved;

  UnkeptEvent(Registry registry, String name, AtomicLong failures) {
    EventPattern.requireName(name);
    this.registry = registry;
    this.handle = new Event(name, failures, this);
  }

  /** Returns what emitters hold. */
  Event handle() {
    return handle;
  }

  @Override
  boolean toNobody() {
    try {
      return !now().enabled();
    } catch (StackOverflowError endOfTheStack) {
      // as for whoever listens, nothing of this reaches the emitter
      return false;
    }
  }

  @Override
  public void single(Facts facts) {
    now().single(facts);
  }

  @Override
  public void started(long nanos, Facts facts) {
    now().started(nanos, facts);
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    now().ended(startNanos, endNanos, facts, error);
  }

  /** The number is read first: what changes meanwhile is looked at again next time. */
  private Event now() {
    int changes = registry.changes();
    Resolved known = resolved;
    if (known == null || known.changes != changes) {
      known = new Resolved(registry.resolve(handle.name()), changes);
      resolved = known;
    }
    return known.event;
  }

  /** Who listened after so many changes. */
  private static final class Resolved {
    private final Event event;
    private final int changes;

    Resolved(Event event, int changes) {
      this.event = event;
      this.changes = changes;
    }
  }
}
