package dev.telemetry.instrumentation.jdbc;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The application's pools: gives each a name of its own, and tells their numbers. Thread-safe. */
final class Pools {
  private static final int MOST = 1_000;

  private final WeakMap<Object, Pool> bySource = new WeakMap<>(MOST);
  private final List<Pool> all = new CopyOnWriteArrayList<>();
  private final PoolEvents events;

  Pools(PoolEvents events) {
    this.events = events;
  }

  /** Returns the pool behind a data source. */
  Pool of(PoolKind kind, Object source) {
    Pool known = bySource.get(source);
    return known == null ? add(kind, source) : known;
  }

  private synchronized Pool add(PoolKind kind, Object source) {
    Pool known = bySource.get(source);
    if (known != null) {
      return known;
    }
    Pool pool = new Pool(kind, source);
    bySource.put(source, pool);
    list(pool);
    return pool;
  }

  /** It has given out a connection; a pool that was closed may have been opened again. */
  void works(Pool pool, Object source) {
    pool.works(source);
    if (!pool.isListed()) {
      listAgain(pool, source);
    }
  }

  private synchronized void listAgain(Pool pool, Object source) {
    if (!pool.isListed()) {
      list(pool);
      String own = pool.kind().name(source);
      nameUniquely(pool, own == null ? pool.kind().fallbackName() : own);
    }
  }

  private void list(Pool pool) {
    all.add(pool);
    pool.listed(true);
  }

  /**
   * Gives a pool its name, once it has one: that of the library, with a number where another pool
   * has it.
   *
   * @param last whether it has to be named now, with or without a name of the library's
   */
  void name(Pool pool, Object source, boolean last) {
    if (pool.name() == null) {
      String own = pool.kind().name(source);
      if (own != null || last) {
        nameUniquely(pool, own == null ? pool.kind().fallbackName() : own);
      }
    }
  }

  private synchronized void nameUniquely(Pool pool, String own) {
    Set<@Nullable String> taken = new HashSet<>();
    all.removeIf(other -> other != pool && tellGone(other));
    all.stream().filter(other -> other != pool).forEach(other -> taken.add(other.name()));
    String unique = own;
    for (int i = 2; taken.contains(unique); i++) {
      unique = own + "-" + i;
    }
    pool.name(unique);
  }

  /** Tells the numbers of every pool, as they are now. */
  synchronized void tell() {
    all.removeIf(this::tellGone);
    for (Pool pool : all) {
      Object numbers = pool.numbers();
      if (numbers != null && pool.name() != null) {
        events.tell(Objects.requireNonNull(pool.name()), pool.kind(), numbers);
      }
    }
  }

  /** A pool that is gone has no connections, and nobody waits for any. */
  private boolean tellGone(Pool pool) {
    if (!pool.isGone()) {
      return false;
    }
    pool.listed(false);
    String name = pool.name();
    if (name != null) {
      events.tellEmpty(name);
    }
    return true;
  }
}
