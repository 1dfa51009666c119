package dev.telemetry.instrumentation.servlet;

import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the mappings of each servlet without keeping it. Thread-safe; a look-up neither locks
 * nor allocates.
 */
final class KnownServlets {
  /** Beyond what any container holds; only servlets made for each request get there. */
  private static final int LIMIT = 4096;

  private final Consumer<Throwable> failures;
  private volatile @Nullable Entry[] table = new @Nullable Entry[1];

  /**
   * Starts with none.
   *
   * @param failures is told what a container answered a question for mappings with
   */
  KnownServlets(Consumer<Throwable> failures) {
    this.failures = failures;
  }

  /** Returns the mappings of a servlet; none where its container does not tell. */
  ServletMappings mappingsOf(Object servlet, ServletAccess access) {
    ServletMappings known = find(servlet);
    return known == null ? learn(servlet, ask(servlet, access)) : known;
  }

  private @Nullable ServletMappings find(Object servlet) {
    @Nullable Entry[] now = table;
    int mask = now.length - 1;
    int slot = System.identityHashCode(servlet) & mask;
    for (Entry entry = now[slot]; entry != null; entry = now[slot]) {
      if (entry.get() == servlet) {
        return entry.mappings;
      }
      slot = (slot + 1) & mask;
    }
    return null;
  }

  private ServletMappings ask(Object servlet, ServletAccess access) {
    String name = servlet.getClass().getName();
    try {
      return new ServletMappings(name, access.contextPath(servlet), access.mappings(servlet));
    } catch (RuntimeException | LinkageError untold) {
      failures.accept(untold);
      return new ServletMappings(name, "", Collections.emptyList());
    }
  }

  private synchronized ServletMappings learn(Object servlet, ServletMappings mappings) {
    int living = living();
    int kept = living < LIMIT ? living : 0;
    // at most half full, so that a search always meets an empty slot
    @Nullable Entry[] grown = new @Nullable Entry[Integer.highestOneBit(kept + 1) << 2];
    if (kept != 0) {
      copyTo(grown);
    }
    insert(grown, servlet, new Entry(servlet, mappings));
    table = grown;
    return mappings;
  }

  private int living() {
    int living = 0;
    for (Entry entry : table) {
      living += entry == null || entry.get() == null ? 0 : 1;
    }
    return living;
  }

  private void copyTo(@Nullable Entry[] grown) {
    for (Entry entry : table) {
      Object servlet = entry == null ? null : entry.get();
      if (entry != null && servlet != null) {
        insert(grown, servlet, entry);
      }
    }
  }

  private static void insert(@Nullable Entry[] table, Object servlet, Entry entry) {
    int mask = table.length - 1;
    int slot = System.identityHashCode(servlet) & mask;
    while (table[slot] != null) {
      slot = (slot + 1) & mask;
    }
    table[slot] = entry;
  }

  private static final class Entry extends WeakReference<Object> {
    final ServletMappings mappings;

    Entry(Object servlet, ServletMappings mappings) {
      super(servlet);
      this.mappings = mappings;
    }
  }
}
