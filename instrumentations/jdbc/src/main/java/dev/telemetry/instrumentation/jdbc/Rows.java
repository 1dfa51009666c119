package dev.telemetry.instrumentation.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an operation while an application reads them, and later those of another. Read by one
 * thread at a time, as JDBC asks for; may be ended by any.
 */
final class Rows {
  private static final long UNKNOWN = RowCounts.UNKNOWN;

  /** Neighbours among those that are read over the connection, see {@link ConnectionState}. */
  @Nullable Rows previous;

  @Nullable Rows next;

  private final Operation operation;

  /** Odd while rows are read; grows with each use, so that an old one can't end a new one. */
  private final AtomicInteger uses = new AtomicInteger();

  private @Nullable ConnectionState connection;
  private long count = UNKNOWN;
  private long decode = UNKNOWN;
  private long since;
  private boolean inside;
  private boolean many;
  private boolean noMore;

  Rows(Operation operation) {
    this.operation = operation;
  }

  Operation operation() {
    return operation;
  }

  /** Lets go of what was read. */
  void forget() {
    connection = null;
    count = UNKNOWN;
    decode = UNKNOWN;
  }

  /** None are read, so many were changed; {@link RowCounts#UNKNOWN} where that is not told. */
  void changed(long rows) {
    count = rows;
  }

  /**
   * They can be read from now on.
   *
   * @param moreMayFollow whether further results may follow the first
   */
  Cursor open(ConnectionState over, boolean moreMayFollow) {
    connection = over;
    count = 0;
    decode = 0;
    inside = false;
    many = moreMayFollow;
    noMore = false;
    Cursor cursor = new Cursor(this, uses.incrementAndGet());
    over.add(this);
    return cursor;
  }

  /** Returns what stands for the last use, which may be over, and for no later one. */
  Cursor cursor() {
    return new Cursor(this, (uses.get() - 1) | 1);
  }

  boolean isOpen(int use) {
    return uses.get() == use;
  }

  /** Returns true to one caller for each use. */
  boolean close(int use) {
    return uses.compareAndSet(use, use + 1);
  }

  /** They are read over that connection no more. */
  void leaveConnection() {
    ConnectionState over = connection;
    if (over != null) {
      over.remove(this);
    }
  }

  /**
   * The application's thread goes into the driver.
   *
   * @return whether {@link #leave} has to follow; not where it is inside already
   */
  boolean enter() {
    if (inside) {
      return false;
    }
    inside = true;
    since = System.nanoTime();
    return true;
  }

  /** It comes back. */
  void leave() {
    inside = false;
    decode += System.nanoTime() - since;
  }

  /** One more was read. */
  void read() {
    count++;
  }

  /** Tells whether further results may follow the first. */
  boolean areMany() {
    return many;
  }

  /** The statement was asked for its next result. */
  void moved(boolean found) {
    noMore = !found;
  }

  /** Tells whether the result last asked for was no result set. */
  boolean areBehindResults() {
    return noMore;
  }

  /** Returns how many were read or changed; negative if not known. */
  long count() {
    return count;
  }

  /** Returns how long somebody was inside the result, in nanoseconds; negative without one. */
  long decodeNanos() {
    return decode;
  }
}
