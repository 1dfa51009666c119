package dev.telemetry.instrumentation.servlet;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import dev.telemetry.instrumentation.Spares;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What all requests share: their events and what was learned for their routes. Thread-safe. */
final class Requests {
  private final SpanEvents events;
  private final Consumer<Throwable> failures;
  private final KnownServlets servlets;
  private final SpringMvc spring = new SpringMvc();
  private final Mdc mdc = new Mdc();
  private final Inside inside = new Inside();
  private final Spares<Exchange> spares = new Spares<>();
  private final Supplier<ServletSettings> settings;

  /**
   * Begins with nothing learned.
   *
   * @param settings what holds for requests that begin now
   * @param failures is told what went wrong without losing a start or an end
   */
  Requests(Bus bus, Supplier<ServletSettings> settings, Consumer<Throwable> failures) {
    this.settings = settings;
    this.failures = failures;
    events = bus.span(ServletEvents.REQUEST);
    servlets = new KnownServlets(failures);
  }

  ServletSettings settings() {
    return settings.get();
  }

  /** Returns an exchange that nobody else has. */
  Exchange exchange() {
    Exchange spare = spares.take();
    return spare == null ? new Exchange(this) : spare;
  }

  /** Keeps an exchange for another request. */
  void spare(Exchange exchange) {
    spares.giveBack(exchange);
  }

  /** Knows which of them this thread is inside of. */
  Inside inside() {
    return inside;
  }

  boolean observed() {
    return events.enabled();
  }

  long started(Facts facts) {
    return events.started(facts);
  }

  void ended(long startNanos, Facts facts, @Nullable Throwable error) {
    events.ended(startNanos, facts, error);
  }

  ServletMappings mappingsOf(Object servlet, ServletAccess access) {
    return servlets.mappingsOf(servlet, access);
  }

  SpringMvc spring() {
    return spring;
  }

  Mdc mdc() {
    return mdc;
  }

  /**
   * Tells whether the settings leave out a request that is seen for the first time.
   *
   * @param servlet null where a filter sees it
   */
  boolean ignore(ServletAccess access, Object request, @Nullable Object servlet) {
    IgnoredPaths ignored = settings().ignored;
    if (ignored.areNone()) {
      return false;
    }
    try {
      if (!mayBeIgnored(ignored, access, request, servlet)) {
        return false;
      }
      String uri = access.uri(request);
      return uri != null && ignored.have(uri, access.contextPathOf(request));
    } catch (RuntimeException | LinkageError untold) {
      failed(untold);
      return false;
    }
  }

  /** A container makes a text of the whole path when it is asked: only where that may matter. */
  private boolean mayBeIgnored(
      IgnoredPaths ignored, ServletAccess access, Object request, @Nullable Object servlet) {
    return servlet == null
        || !RequestHook.isFirst(access, request)
        || mappingsOf(servlet, access).mayBeIgnored(ignored, access, request);
  }

  void failed(Throwable failure) {
    failures.accept(failure);
  }
}
