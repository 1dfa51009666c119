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
 * <p>A request bears its {@link Passage} as an attribute, which wrappers and forwards pass on, so
 * that whatever sees it later knows that it is counted.
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
   * @return the passage where this call is the outermost of its dispatch
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
    ((Passage) token).left(thrown);
  }

  private @Nullable Passage entered(
      ServletAccess access, @Nullable Object servlet, Object request, Object response) {
    Object known = access.attribute(request, ATTRIBUTE);
    if (!(known instanceof Passage) || isLeftOver((Passage) known, access, request)) {
      return requests.ignore(access, request, servlet)
          ? ignored(access, request)
          : started(requests.exchange().begin(access, request, response), servlet);
    }
    return known instanceof Ticket ? enteredAgain((Ticket) known, access, servlet, request) : null;
  }

  private static @Nullable Ticket enteredAgain(
      Ticket ticket, ServletAccess access, @Nullable Object servlet, Object request) {
    Exchange exchange = ticket.exchange();
    if (exchange == null) {
      return null;
    }
    if (servlet != null) {
      exchange.reached(servlet, request);
    }
    return exchange.isAwaited() && isDispatched("ASYNC", access, request) && exchange.resumed()
        ? ticket
        : null;
  }

  private static Ignored ignored(ServletAccess access, Object request) {
    Ignored ignored = new Ignored();
    access.attribute(request, ATTRIBUTE, ignored);
    return ignored;
  }

  private static Ticket started(Exchange exchange, @Nullable Object servlet) {
    Ticket ticket = new Ticket(exchange);
    exchange.started(ticket);
    if (servlet != null) {
      exchange.reached(servlet, exchange.request());
    }
    return ticket;
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
