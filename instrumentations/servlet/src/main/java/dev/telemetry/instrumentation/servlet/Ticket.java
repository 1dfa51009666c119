package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/**
 * What a request bears while its exchange is under way and after it, when the exchange may serve
 * another request. Ordered by the container, as {@link Exchange} is.
 */
final class Ticket implements Passage {
  private @Nullable Exchange exchange;

  Ticket(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Returns the exchange; null once it is over and nobody else knew of it. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** The exchange serves other requests from now on. */
  void over() {
    exchange = null;
  }

  @Override
  public boolean hasEnded() {
    Exchange now = exchange;
    return now == null || now.hasEnded();
  }
}
