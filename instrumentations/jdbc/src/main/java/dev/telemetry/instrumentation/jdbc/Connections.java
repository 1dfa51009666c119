package dev.telemetry.instrumentation.jdbc;

import java.sql.Connection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is remembered of a connection: by what a pool has handed out, and by the driver's own.
 * Thread-safe.
 */
final class Connections {
  private static final int OPEN = 16 * 1024;

  private final Queue<Checkout> lost = new ConcurrentLinkedQueue<>();
  private final WeakMap<Connection, ConnectionState> states = new WeakMap<>(OPEN);
  private final WeakMap<Connection, Checkout> handedOut = new WeakMap<>(OPEN, lost::add);

  /** Returns the state of a connection; a new one that nobody else has where there is none. */
  ConnectionState of(@Nullable Connection connection) {
    if (connection == null) {
      return new ConnectionState();
    }
    Checkout checkout = handedOut.get(connection);
    ConnectionState state = checkout == null ? null : checkout.connection();
    return state == null ? ofDriver(connection) : state;
  }

  private ConnectionState ofDriver(Connection connection) {
    ConnectionState known = states.get(connection);
    if (known != null) {
      return known;
    }
    ConnectionState state = new ConnectionState();
    states.put(connection, state);
    return state;
  }

  /** A pool has handed out this. */
  void handedOut(Connection connection, Checkout checkout) {
    handedOut.put(connection, checkout);
  }

  /** Returns what is given back by closing this, once; null where it is nothing of a pool's. */
  @Nullable Checkout takeBack(Connection connection) {
    return handedOut.remove(connection);
  }

  /** Returns and forgets the state of a connection that is being closed; null without. */
  @Nullable ConnectionState close(Connection connection) {
    return states.remove(connection);
  }

  /** Returns what can't be given back any more; null where there is nothing. */
  @Nullable Checkout pollLost() {
    return lost.poll();
  }

  /** Looks for what was collected, where nothing else happens that would. */
  void expunge() {
    handedOut.size();
  }
}
