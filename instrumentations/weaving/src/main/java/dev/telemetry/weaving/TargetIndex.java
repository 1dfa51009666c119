package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All targets, arranged so that most classes are passed over by one look at their constant pool.
 */
final class TargetIndex {
  private final List<Target> targets = new ArrayList<>();
  private final List<Target> named = new ArrayList<>();
  private final Map<String, List<Target>> inJdk = new HashMap<>();
  private final ConstantPool pool;
  private final int[] first;
  private final int[] second;

  TargetIndex(List<Target> all) {
    all.forEach(this::sort);
    List<String> words = new ArrayList<>();
    for (Target target : targets) {
      words.add(firstWord(target));
      words.add(secondWord(target));
    }
    Map<String, Integer> numbers = ConstantPool.number(words);
    pool = new ConstantPool(inOrder(numbers));
    first = new int[targets.size()];
    second = new int[targets.size()];
    for (int i = 0; i < first.length; i++) {
      first[i] = numbers.getOrDefault(firstWord(targets.get(i)), 0);
      second[i] = numbers.getOrDefault(secondWord(targets.get(i)), 0);
    }
  }

  private void sort(Target target) {
    if (target.type != null && target.point.isInJdk()) {
      inJdk.computeIfAbsent(target.type, unseen -> new ArrayList<>()).add(target);
    } else {
      (target.point.classNames() == null ? targets : named).add(target);
    }
  }

  private static String firstWord(Target target) {
    return target.annotation == null ? target.method : target.annotation;
  }

  private static String secondWord(Target target) {
    return target.annotation == null ? target.descriptor : target.annotation;
  }

  private static List<String> inOrder(Map<String, Integer> numbers) {
    List<String> words = new ArrayList<>(Collections.nCopies(numbers.size(), ""));
    numbers.forEach((word, number) -> words.set(number, word));
    return words;
  }

  /** Returns the targets that mean types of libraries or annotations. */
  List<Target> targets() {
    return targets;
  }

  /** Tells whether a class of the JDK, by its internal name, is a target. */
  boolean isInJdk(String internalName) {
    return inJdk.containsKey(internalName);
  }

  /** Returns the targets that a class of the JDK is; empty for none. */
  List<Target> inJdk(String internalName) {
    return inJdk.getOrDefault(internalName, Collections.emptyList());
  }

  /** Tells whether a class, its name with dots, is a target by this name. */
  boolean isNamed(String className) {
    for (Target target : named) {
      if (target.isNamed(className)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the targets that a class may be: by its internal name or its words; null for none. */
  @Nullable List<Target> candidates(String internalName, byte[] classFile) {
    List<Target> candidates = candidates(classFile);
    String className = named.isEmpty() ? "" : internalName.replace('/', '.');
    for (Target target : named) {
      if (target.isNamed(className)) {
        candidates = candidates == null ? new ArrayList<>() : candidates;
        candidates.add(target);
      }
    }
    return candidates;
  }

  /**
   * Returns the targets whose annotation stands in the class file, or whose method it declares;
   * null for none.
   */
  @Nullable List<Target> candidates(byte[] classFile) {
    FoundWords found = pool.find(classFile);
    List<Target> candidates = null;
    for (int i = 0; i < first.length; i++) {
      if (found.has(first[i]) && found.has(second[i]) && mayBe(i, found)) {
        candidates = candidates == null ? new ArrayList<>() : candidates;
        candidates.add(targets.get(i));
      }
    }
    return candidates;
  }

  private boolean mayBe(int target, FoundWords found) {
    return targets.get(target).annotation != null
        || found.mayDeclare(first[target], second[target]);
  }
}
