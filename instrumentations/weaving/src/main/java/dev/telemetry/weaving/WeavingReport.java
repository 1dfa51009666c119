package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What was woven, what was not and why: the answer to "why do I see nothing". Thread-safe.
 *
 * <p>Holds class names, never classes; loaders only weakly.
 */
public final class WeavingReport {
  private static final int MOST_SKIPPED = 100;

  private final Map<String, Integer> wovenByModule = new LinkedHashMap<>();
  private final Map<ClassLoader, Map<String, Set<String>>> woven = new WeakHashMap<>();
  private final Set<String> skipped = new LinkedHashSet<>();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong late = new AtomicLong();
  private final AtomicLong seen = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();

  WeavingReport() {}

  synchronized void module(String name) {
    wovenByModule.put(name, 0);
  }

  /** A class is woven by these modules, and by no others any more. */
  synchronized void woven(Set<String> modules, ClassLoader loader, String className) {
    restored(loader, className);
    woven.computeIfAbsent(loader, unseen -> new HashMap<>()).put(className, modules);
    modules.forEach(module -> wovenByModule.merge(module, 1, Integer::sum));
  }

  /** A class has its original bytes again. */
  synchronized void restored(ClassLoader loader, String className) {
    Set<String> before = woven.getOrDefault(loader, new HashMap<>()).remove(className);
    if (before != null) {
      before.forEach(module -> wovenByModule.merge(module, -1, Integer::sum));
    }
  }

  synchronized boolean isWoven(ClassLoader loader, String className) {
    return woven.getOrDefault(loader, Collections.emptyMap()).containsKey(className);
  }

  synchronized void skipped(String what, String reason) {
    if (skipped.size() < MOST_SKIPPED) {
      skipped.add(what + ": " + reason);
    }
  }

  void failed(String what, Throwable failure) {
    failures.incrementAndGet();
    skipped(what, "failed with " + failure);
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
