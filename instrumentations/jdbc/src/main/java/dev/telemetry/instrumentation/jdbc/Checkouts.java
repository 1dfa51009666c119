package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.bus.SpanEvents;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Begins and ends what pools hand out. */
final class Checkouts {
  private final SpanEvents span;
  private final Connections connections;
  private final Operations operations;
  private final Pools pools;
  private final Slots slots;

  Checkouts(
      SpanEvents span, Connections connections, Operations operations, Pools pools, Slots slots) {
    this.span = span;
    this.connections = connections;
    this.operations = operations;
    this.pools = pools;
    this.slots = slots;
  }

  /** Tells whether anybody listens, to these or to operations, which tell how they waited. */
  boolean enabled() {
    return span.enabled() || operations.enabled();
  }

  /** Returns what this thread waits for; null where it waits for nothing. */
  @Nullable Checkout current() {
    return (Checkout) slots.ofThread()[Slots.CHECKOUT];
  }

  /** A pool is asked for a connection, by a thread that does not wait for one already. */
  Checkout begin(PoolKind kind, Object source) {
    Pool pool = pools.of(kind, source);
    pools.name(pool, source, false);
    Checkout checkout = new Checkout(pool);
    @Nullable Object[] taken = slots.ofThread();
    taken[Slots.CHECKOUT] = checkout;
    boolean started = false;
    try {
      checkout.started(span.started(checkout));
      started = true;
      return checkout;
    } finally {
      if (!started) {
        taken[Slots.CHECKOUT] = null;
      }
    }
  }

  /** It has handed one out, or not. */
  void done(Checkout checkout, Object source, @Nullable Object result, @Nullable Throwable thrown) {
    try {
      checkout.waited(System.nanoTime());
      pools.name(checkout.pool(), source, true);
      if (result instanceof Connection) {
        pools.works(checkout.pool(), source);
        take(checkout, (Connection) result);
      } else {
        fail(checkout, thrown);
      }
    } finally {
      slots.ofThread()[Slots.CHECKOUT] = null;
    }
  }

  private void take(Checkout checkout, Connection handedOut) {
    Connection physical = checkout.pool().kind().physical(handedOut);
    checkout.got(connections.of(physical));
    connections.handedOut(handedOut, checkout);
  }

  private void fail(Checkout checkout, @Nullable Throwable thrown) {
    if (thrown != null) {
      checkout.failed(thrown);
    }
    span.ended(checkout.startNanos(), checkout, thrown);
  }

  /**
   * A connection is about to be closed or given back. Before it is: behind that it may be somebody
   * else's already.
   */
  void close(Connection connection) {
    Checkout checkout = connections.takeBack(connection);
    if (checkout != null) {
      end(checkout, false);
      return;
    }
    ConnectionState state = connections.close(connection);
    if (state != null) {
      operations.endAll(state);
    }
  }

  /** Ends those that nobody is left to give back. */
  void endLost() {
    Checkout checkout = connections.pollLost();
    while (checkout != null) {
      end(checkout, true);
      checkout = connections.pollLost();
    }
  }

  private void end(Checkout checkout, boolean abandoned) {
    long now = System.nanoTime();
    ConnectionState state = checkout.connection();
    if (checkout.end(now, abandoned) && state != null) {
      operations.endAll(state);
      state.givenBack(now);
      tell(checkout, now);
    }
  }

  /** What handlers take out of a pool is not measured, so that they do not call themselves. */
  private void tell(Checkout checkout, long now) {
    @Nullable Object[] taken = slots.ofThread();
    Object before = taken[Slots.CHECKOUT];
    taken[Slots.CHECKOUT] = checkout;
    try {
      span.stop().ended(checkout.startNanos(), now, checkout, null);
    } finally {
      taken[Slots.CHECKOUT] = before;
    }
  }
}
