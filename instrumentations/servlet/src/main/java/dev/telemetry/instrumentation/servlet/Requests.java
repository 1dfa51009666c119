package dev.telemetry.instrumentation.servlet;

import dev.telemetry.bus.Bus;
import dev.telemetry.bus.Facts;
import dev.telemetry.bus.SpanEvents;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What all requests share: their events and what was learned for their routes. Thread-safe. */
final class Requests {
  private final SpanEvents events;
  private final Consumer<Throwable> failures;
  private final KnownServlets servlets;
  private final SpringMvc spring = new SpringMvc();

  /**
   * Begins with nothing learned.
   *
   * @param failures is told what went wrong without losing a start or an end
   */
  Requests(Bus bus, Consumer<Throwable> failures) {
    this.failures = failures;
    events = bus.span(ServletEvents.REQUEST);
    servlets = new KnownServlets(failures);
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

  void failed(Throwable failure) {
    failures.accept(failure);
  }
}
