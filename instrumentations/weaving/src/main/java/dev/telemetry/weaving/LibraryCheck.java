package dev.telemetry.weaving;

import dev.telemetry.instrumentation.Companion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Before a method is woven in a loader: has the library at hand everything that the companions of
 * its hook call? If not, the method is left alone there, with the reason.
 */
final class LibraryCheck {
  private final Map<String, List<CompanionPerLoader<?>>> companions = new HashMap<>();
  private final PerLoader<ConcurrentMap<String, Boolean>> verdicts =
      new PerLoader<>(ConcurrentHashMap::new);
  private final ClassLoader agent;
  private final WeavingReport report;

  LibraryCheck(ClassLoader agent, WeavingReport report) {
    this.agent = agent;
    this.report = report;
  }

  synchronized void add(String module, CompanionPerLoader<?> companion) {
    companions.computeIfAbsent(module, unseen -> new ArrayList<>()).add(companion);
  }

  /** Tells whether the target's hook fits the variant of the library that the loader sees. */
  boolean fits(ClassLoader loader, Target target) {
    List<Companion<?>> used = target.point.companions();
    int variant = variantOf(target);
    boolean fits = true;
    for (CompanionPerLoader<?> companion :
        companions.getOrDefault(target.module, Collections.emptyList())) {
      if (used.isEmpty() || used.contains(companion)) {
        fits &= fits(loader, target.module, companion, variant);
      }
    }
    return fits;
  }

  private boolean fits(
      ClassLoader loader, String module, CompanionPerLoader<?> companion, int variant) {
    Map<String, Boolean> known = verdicts.of(loader);
    String key = companion.className + ' ' + variant;
    Boolean verdict = known.get(key);
    if (verdict == null) {
      String missing = missing(loader, companion, variant);
      verdict = missing == null;
      known.put(key, verdict);
      if (missing != null) {
        report.skipped(module, "the library at hand has no " + missing);
      }
    }
    return verdict;
  }

  private static int variantOf(Target target) {
    String type = target.type == null ? "" : target.type.replace('/', '.');
    return Math.max(0, target.point.types().indexOf(type));
  }

  private @Nullable String missing(
      ClassLoader loader, CompanionPerLoader<?> companion, int variant) {
    if (variant >= companion.anchors.size()) {
      return null;
    }
    String anchor = companion.anchors.get(variant);
    if (ClassFiles.read(loader, anchor.replace('.', '/')) == null) {
      return null; // such as a closed loader: what shows no class files can't be judged by them
    }
    Renaming renaming = companion.renaming(anchor);
    return new LibraryReferences(agent, companion.packageName(), renaming)
        .firstMissing(companion.className, loader);
  }
}
