package dev.telemetry.instrumentation.jdbc;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the summaries of statements seen, by their text: so many and no more, and none of a
 * long text, which is rather made than written. Thread-safe; nobody waits for anybody.
 *
 * <p>Two generations: the older one is dropped when the younger is full, what is still asked for
 * moves over before. So text that differs every time can't push out what repeats.
 */
final class SqlSummaries {
  static final int LONGEST = 2 * 1024;

  private final int generation;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile ConcurrentMap<String, SqlSummary> young = new ConcurrentHashMap<>();
  private volatile ConcurrentMap<String, SqlSummary> old = new ConcurrentHashMap<>();

  /**
   * Makes an empty memory.
   *
   * @param capacity the most texts held, at least 2
   */
  SqlSummaries(int capacity) {
    generation = capacity / 2;
  }

  SqlSummary of(String sql) {
    if (sql.length() > LONGEST) {
      return SqlReader.read(sql);
    }
    SqlSummary known = young.get(sql);
    return known == null ? older(sql) : known;
  }

  private SqlSummary older(String sql) {
    SqlSummary known = old.get(sql);
    SqlSummary summary = known == null ? SqlReader.read(sql) : known;
    remember(sql, summary);
    return summary;
  }

  private void remember(String sql, SqlSummary summary) {
    if (busy.compareAndSet(false, true)) {
      try {
        put(sql, summary);
      } finally {
        busy.set(false);
      }
    }
  }

  private void put(String sql, SqlSummary summary) {
    if (young.size() >= generation) {
      old = young;
      young = new ConcurrentHashMap<>();
    }
    young.put(sql, summary);
  }

  /** Returns how many texts are held; for tests. */
  int size() {
    return young.size() + old.size();
  }

  /** Returns the summary held of a text without making one; for tests. */
  @Nullable SqlSummary peek(String sql) {
    SqlSummary known = young.get(sql);
    return known == null ? old.get(sql) : known;
  }
}
