package dev.telemetry.agent.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All open connections of a port. Thread-safe; the listener alone adds. */
final class Connections {
  /** An idle one costs a file descriptor of the application's, and little else. */
  static final int MOST = 64;

  private static final int MOST_ENDLESS = 6;

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final HttpCounts counts;

  Connections(HttpCounts counts) {
    this.counts = counts;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Adds one; where there are too many, the one goes that has kept its request back longest. */
  void add(Connection connection) {
    if (open.size() >= MOST) {
      Connection oldest = oldest(other -> !other.isAnswering());
      drop(oldest == null ? connection : oldest, "too many connections");
    }
    open.add(connection);
  }

  private @Nullable Connection oldest(Predicate<Connection> which) {
    Connection oldest = null;
    for (Connection connection : open) {
      boolean older = oldest == null || connection.since() - oldest.since() < 0;
      if (older && which.test(connection)) {
        oldest = connection;
      }
    }
    return oldest;
  }

  /** Closes one that has its answer. */
  void close(Connection connection) {
    open.remove(connection);
    connection.close();
  }

  /** Closes one for a reason, unless it is closed already. */
  void drop(Connection connection, String reason) {
    if (open.remove(connection)) {
      counts.dropped(reason);
    }
    connection.close();
  }

  /** Closes those that did not come on in time. */
  void dropOverdue(long now) {
    for (Connection connection : open) {
      if (connection.deadline().isOver(now)) {
        drop(connection, connection.isAnswering() ? "answer not taken" : "no request");
      }
    }
  }

  /** Closes those that nobody answers, and those that would go on for ever. */
  void closeIdle() {
    closeAll(connection -> !connection.isAnswering() || connection.isEndless());
  }

  void closeAll(Predicate<Connection> which) {
    for (Connection connection : open) {
      if (which.test(connection)) {
        close(connection);
      }
    }
  }

  /**
   * Lets one last. Where there are too many, the oldest goes: a client that has left is only
   * noticed when it is written to, and one that is still there comes again.
   */
  synchronized void endless(Connection connection) {
    if (open.stream().filter(Connection::isEndless).count() >= MOST_ENDLESS) {
      Connection oldest = oldest(Connection::isEndless);
      if (oldest != null) {
        drop(oldest, "too many streams");
      }
    }
    connection.endless(System.nanoTime());
  }
}
