package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one connection to a database, through all that pools hand out of it; holds
 * no connection. Thread-safe.
 */
final class ConnectionState {
  static final long UNKNOWN = -1;

  private @Nullable Rows open;
  private volatile @Nullable String pool;
  private volatile boolean fresh;
  private long queue = UNKNOWN;
  private long idle = UNKNOWN;
  private long returned;
  private boolean returnedOnce;
  private long create = UNKNOWN;

  /** An operation's rows are being read. */
  synchronized void add(Rows rows) {
    rows.next = open;
    if (open != null) {
      open.previous = rows;
    }
    open = rows;
  }

  /** They are no more; does nothing where that is known. */
  synchronized void remove(Rows rows) {
    Rows before = rows.previous;
    if (before != null) {
      before.next = rows.next;
    } else if (open == rows) {
      open = rows.next;
    }
    if (rows.next != null) {
      rows.next.previous = before;
    }
    rows.previous = null;
    rows.next = null;
  }

  /** Returns one of those that are read, and forgets it; null where there is none. */
  synchronized @Nullable Cursor poll() {
    Rows first = open;
    if (first == null) {
      return null;
    }
    remove(first);
    return first.cursor();
  }

  /** The connection was made in so many nanoseconds. */
  synchronized void created(long nanos) {
    create = nanos;
  }

  /** Returns the time it took to make the connection, once; {@link #UNKNOWN} without. */
  synchronized long takeCreate() {
    long taken = create;
    create = UNKNOWN;
    return taken;
  }

  /**
   * A pool hands it out.
   *
   * @param wait how long somebody has waited for it
   * @param asked when that began, by {@link System#nanoTime()}
   */
  synchronized void takenFrom(@Nullable String name, long wait, long asked) {
    pool = name;
    queue = wait;
    idle = returnedOnce ? Math.max(0, asked - returned) : UNKNOWN;
    fresh = true;
  }

  /** It goes back to its pool. */
  synchronized void givenBack(long nanos) {
    returned = nanos;
    returnedOnce = true;
    fresh = false;
  }

  /** Tells the first operation since the connection was handed out how that was. */
  void tell(Operation operation) {
    operation.pool(pool);
    if (fresh) {
      tellFirst(operation);
    }
  }

  private synchronized void tellFirst(Operation operation) {
    if (fresh) {
      fresh = false;
      operation.waited(queue, idle);
    }
  }
}
