package dev.telemetry.instrumentation.servlet;

import dev.telemetry.bus.Bus;
import dev.telemetry.dispatch.Dispatcher;
import dev.telemetry.dispatch.Hook;
import dev.telemetry.instrumentation.Companion;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows requests through filters and servlets: the first one that sees a request starts it; the
 * last one left ends it, unless it goes on asynchronously.
 *
 * <p>What sees the same object on the same thread knows by {@link Inside} that it is counted. For
 * all else (wrappers, forwards, other threads, error pages) a request bears its {@link Passage} as
 * an attribute, from when that may be needed.
 */
final class RequestHook extends Hook {
  /** The attribute's name, in the application's sight. */
  static final String ATTRIBUTE = "dev.telemetry.http.server.request";

  private final Requests requests;
  private final Companion<ServletAccess> accesses;

  RequestHook(Bus bus, Supplier<ServletSettings> settings, Companion<ServletAccess> accesses) {
    this.requests = new Requests(bus, settings, Dispatcher::failed);
    this.accesses = accesses;
  }

  /**
   * A filter or a servlet is entered.
   *
   * @param servlet null for a filter
   * @return whose dispatch this is, where this call is its outermost one
   */
  @Override
  public @Nullable Object enter(
      @Nullable Object servlet, @Nullable Object request, @Nullable Object response) {
    if (!requests.observed() || request == null || response == null) {
      return null;
    }
    ServletAccess access = accesses.of(request);
    return access == null || !access.isHttp(request, response)
        ? null
        : entered(access, servlet, request, response);
  }

  @Override
  public void exit(Object token, @Nullable Object result, @Nullable Throwable thrown) {
    ((Dispatched) token).left(thrown);
  }

  private @Nullable Dispatched entered(
      ServletAccess access, @Nullable Object servlet, Object request, Object response) {
    Exchange outer = requests.inside().ofThread();
    if (outer != null && outer.request() == request) {
      return enteredAgain(outer, access, servlet, request);
    }
    if (outer != null) {
      outer.show();
    }
    Object known = access.attribute(request, ATTRIBUTE);
    if (!(known instanceof Passage) || isLeftOver((Passage) known, access, request)) {
      return requests.ignore(access, request, servlet)
          ? ignored(access, request)
          : started(requests.exchange().begin(access, request, response), servlet);
    }
    Exchange exchange = known instanceof Ticket ? ((Ticket) known).exchange() : null;
    return exchange == null ? null : enteredAgain(exchange, access, servlet, request);
  }

  private static @Nullable Exchange enteredAgain(
      Exchange exchange, ServletAccess access, @Nullable Object servlet, Object request) {
    if (servlet != null) {
      exchange.reached(servlet, request);
    }
    if (exchange.isAwaited() && isDispatched("ASYNC", access, request) && exchange.resumed()) {
      exchange.entered();
      return exchange;
    }
    return null;
  }

  private static Ignored ignored(ServletAccess access, Object request) {
    Ignored ignored = new Ignored();
    access.attribute(request, ATTRIBUTE, ignored);
    return ignored;
  }

  private static Exchange started(Exchange exchange, @Nullable Object servlet) {
    exchange.started();
    if (servlet == null) {
      // a filter may hand the rest of its chain to another thread before it returns
      exchange.show();
    } else {
      exchange.reached(servlet, exchange.request());
    }
    exchange.entered();
    return exchange;
  }

  /** An error page comes after the end; a first dispatch then means that the object is reused. */
  private static boolean isLeftOver(Passage passage, ServletAccess access, Object request) {
    return passage.hasEnded() && isFirst(access, request);
  }

  /** Tells whether a request is in the dispatch that it came with. */
  static boolean isFirst(ServletAccess access, Object request) {
    return isDispatched("REQUEST", access, request);
  }

  private static boolean isDispatched(String kind, ServletAccess access, Object request) {
    return kind.equals(access.dispatch(request));
  }
}
