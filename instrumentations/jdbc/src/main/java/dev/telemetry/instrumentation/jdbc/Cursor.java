package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * The rows of one executed operation while an application reads them; holds neither the result nor
 * its statement. Read by one thread at a time, as JDBC asks for; may be ended by any.
 */
final class Cursor {
  final Operation operation;
  final ConnectionState connection;

  /** Tells whether further results may follow the first. */
  final boolean many;

  /** Neighbours among those of the connection, see {@link ConnectionState}. */
  @Nullable Cursor previous;

  @Nullable Cursor next;

  private final long use;
  private boolean inside;
  private long since;
  private boolean noMore;

  /**
   * Opens it.
   *
   * @param use what tells this use of the operation from later ones
   */
  Cursor(Operation operation, long use, ConnectionState connection, boolean many) {
    this.operation = operation;
    this.use = use;
    this.connection = connection;
    this.many = many;
  }

  boolean isOpen() {
    return operation.isOpen(use);
  }

  /** Returns true once: to whoever is to end the operation. */
  boolean close() {
    return operation.close(use);
  }

  /**
   * The application's thread goes into the driver.
   *
   * @return whether {@link #leave} has to follow; not where it is inside already
   */
  boolean enter() {
    if (inside || !isOpen()) {
      return false;
    }
    inside = true;
    since = System.nanoTime();
    return true;
  }

  /** It comes back. */
  void leave() {
    inside = false;
    operation.read(System.nanoTime() - since);
  }

  /** The statement was asked for its next result. */
  void moved(boolean found) {
    noMore = !found;
  }

  /** Tells whether the result last asked for was no result set. */
  boolean isBehindResults() {
    return noMore;
  }
}
