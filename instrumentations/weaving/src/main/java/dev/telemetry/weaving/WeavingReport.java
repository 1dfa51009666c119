package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/**
 * What was woven, what was not and why: the answer to "why do I see nothing". Thread-safe.
 *
 * <p>Holds class names, never classes: one for each woven class, as long as its loader lives; and
 * at most 100 reasons, each cut to 300 characters.
 */
public final class WeavingReport {
  private static final int MOST_SKIPPED = 100;
  private static final int LONGEST_REASON = 300;

  private final Map<String, Integer> wovenByModule = new LinkedHashMap<>();
  private final PerLoader<ConcurrentMap<String, Collection<String>>> woven =
      new PerLoader<>(ConcurrentHashMap::new);
  private final Set<String> skipped = new LinkedHashSet<>();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();

  private volatile BiConsumer<String, Throwable> listener = (what, failure) -> {};

  WeavingReport() {}

  /**
   * Sets who is told what has failed, once for the same failure.
   *
   * @param listener called on the application's threads; what it throws is suppressed
   */
  public void onFailure(BiConsumer<String, Throwable> listener) {
    this.listener = listener;
  }

  synchronized void module(String name) {
    wovenByModule.put(name, 0);
  }

  /** A class now bears the advice of these modules, and of these alone. */
  void woven(Collection<String> modules, ClassLoader loader, String className) {
    Collection<String> before = woven.of(loader).put(className, modules);
    count(before == null ? Collections.emptySet() : before, -1);
    count(modules, 1);
  }

  /** A class has its original bytes again. */
  void unwoven(ClassLoader loader, String className) {
    ConcurrentMap<String, Collection<String>> known = woven.known(loader);
    Collection<String> before = known == null ? null : known.remove(className);
    count(before == null ? Collections.emptySet() : before, -1);
  }

  private synchronized void count(Collection<String> modules, int change) {
    for (String module : modules) {
      wovenByModule.merge(module, change, Integer::sum);
    }
  }

  boolean isWoven(ClassLoader loader, String className) {
    ConcurrentMap<String, Collection<String>> known = woven.known(loader);
    return known != null && known.containsKey(className);
  }

  /** Returns whether that is news. */
  boolean skipped(String what, String reason) {
    String line = cut(what + ": " + reason);
    synchronized (this) {
      return skipped.size() < MOST_SKIPPED && skipped.add(line);
    }
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
  }

  void failed(String what, Throwable failure) {
    failures.incrementAndGet();
    if (skipped(what, "failed with " + describe(failure))) {
      tell(what, failure);
    }
  }

  private void tell(String what, Throwable failure) {
    try {
      listener.accept(what, failure);
    } catch (Throwable ignored) {
      // the reason stands in the report all the same
    }
  }

  /** An application's exception may fail to describe itself. */
  private static String describe(Throwable failure) {
    try {
      return failure.toString();
    } catch (Throwable worse) {
      return failure.getClass().getName();
    }
  }

  void adviceFailed(Throwable failure) {
    failed("a call out of woven code", failure);
  }

  void late(int classes) {
    late.addAndGet(classes);
  }

  void looked(long nanosSpent) {
    seen.incrementAndGet();
    nanos.addAndGet(nanosSpent);
  }

  /** Returns how many classes each instrumentation has woven, in the order they were given. */
  public synchronized Map<String, Integer> wovenByModule() {
    return new LinkedHashMap<>(wovenByModule);
  }

  /** Returns what was not woven although it was meant, with the reason; at most 100 lines. */
  public synchronized List<String> skipped() {
    return new ArrayList<>(skipped);
  }

  /** Returns how often weaving or an advice has thrown. */
  public long failures() {
    return failures.get();
  }

  /** Returns how many classes were loaded before they could be woven and were woven afterwards. */
  public long late() {
    return late.get();
  }

  /** Returns how many classes were looked at. */
  public long classesSeen() {
    return seen.get();
  }

  /** Returns the time spent looking and weaving, summed over threads. */
  public long nanosSpent() {
    return nanos.get();
  }
}
