package dev.telemetry.instrumentation.httpclient.call;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.SpanEvents;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Begins calls. A wrapper and what it wraps make one call: inside of a call, the same thread begins
 * none for the same request; one for another request, such as for a token, is a call of its own.
 * Thread-safe.
 */
public final class Calls {
  private final SpanEvents span;
  private final AtomicReference<PathTemplates> templates;
  private final AtomicLong numbers = new AtomicLong();

  /**
   * The call that a thread is inside of. An array, so that what stays with an application's thread
   * is a type of the JDK and an empty one.
   */
  @SuppressWarnings("ThreadLocalUsage") // one for each weaving, of which a JVM has one
  private final ThreadLocal<@Nullable Object[]> current = new ThreadLocal<>();

  /**
   * Begins with no call under way.
   *
   * @param templates what holds for calls that begin now
   */
  public Calls(Bus bus, AtomicReference<PathTemplates> templates) {
    span = bus.span(HttpClientEvents.REQUEST);
    this.templates = templates;
  }

  /** Tells whether anybody listens. */
  public boolean observed() {
    return span.enabled();
  }

  /** Returns the call that this thread is inside of; null where it is inside none for this. */
  public @Nullable Call current(CallTarget target) {
    Call inside = (Call) slot()[0];
    return inside != null && inside.isFor(target) ? inside : null;
  }

  /**
   * Begins a call; its thread is inside of it until {@link #leave}.
   *
   * @return null where this thread is inside of the same call already
   */
  public @Nullable Call enter(CallTarget target) {
    if (current(target) != null) {
      return null;
    }
    Call call = create(target);
    @Nullable Object[] slot = slot();
    call.outer = (Call) slot[0];
    slot[0] = call;
    boolean started = false;
    try {
      call.start();
      started = true;
      return call;
    } finally {
      if (!started) {
        leave(call);
      }
    }
  }

  /** Begins a call that no thread is inside of. */
  public Call begin(CallTarget target) {
    Call call = create(target);
    call.start();
    return call;
  }

  /** Tells whether this thread is inside of a call. */
  public boolean isInside(Call call) {
    return slot()[0] == call;
  }

  /** This thread works on a call that has begun earlier, until {@link #leave}. */
  public void enterAgain(Call call) {
    @Nullable Object[] slot = slot();
    call.outer = (Call) slot[0];
    slot[0] = call;
  }

  /** The thread that entered a call leaves it, whether it has ended or goes on elsewhere. */
  public void leave(Call call) {
    slot()[0] = call.outer;
    call.outer = null;
  }

  private Call create(CallTarget target) {
    PathTemplates now = Objects.requireNonNull(templates.get());
    String template = now.templateFor(target.address, target.path);
    return new Call(span, target, template, numbers.incrementAndGet());
  }

  private @Nullable Object[] slot() {
    @Nullable Object[] slot = current.get();
    if (slot == null) {
      slot = new Object[1];
      current.set(slot);
    }
    return slot;
  }
}
