package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Before a module is woven into a loader: has the library at hand everything that the module's
 * companions call? If not, the module is left out there, with the reason.
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

  /** Tells whether the target's module fits the variant of the library that the loader sees. */
  boolean fits(ClassLoader loader, Target target) {
    List<CompanionPerLoader<?>> needed =
        companions.getOrDefault(target.module, Collections.emptyList());
    if (needed.isEmpty()) {
      return true;
    }
    Map<String, Boolean> known = verdicts.of(loader);
    String key = target.module + ' ' + target.type;
    Boolean verdict = known.get(key);
    if (verdict == null) {
      verdict = needed.stream().allMatch(companion -> fits(loader, target, companion));
      known.put(key, verdict);
    }
    return verdict;
  }

  private boolean fits(ClassLoader loader, Target target, CompanionPerLoader<?> companion) {
    String missing = missing(loader, companion, variantOf(target));
    if (missing != null) {
      report.skipped(target.module, "the library at hand has no " + missing);
    }
    return missing == null;
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
    Renaming renaming = companion.renaming(companion.anchors.get(variant));
    return new LibraryReferences(agent, companion.packageName(), renaming)
        .firstMissing(companion.className, loader);
  }
}
