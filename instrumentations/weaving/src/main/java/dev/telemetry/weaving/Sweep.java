package dev.telemetry.weaving;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares the classes that are loaded with those that were woven. */
final class Sweep {
  /** Each call stops all threads until its classes are changed. */
  private static final int AT_ONCE = 50;

  private final Instrumentation jvm;
  private final TargetIndex index;
  private final WeavingReport report;
  private final Set<String> targetTypes = new HashSet<>();

  Sweep(Instrumentation jvm, TargetIndex index, WeavingReport report) {
    this.jvm = jvm;
    this.index = index;
    this.report = report;
    for (Target target : index.targets()) {
      if (target.type != null) {
        targetTypes.add(target.type.replace('/', '.'));
      }
    }
  }

  int run(boolean searchAnnotations) {
    List<Class<?>> missed = new ArrayList<>();
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      if (isCandidate(type) && !isWoven(type) && isTarget(type, searchAnnotations)) {
        missed.add(type);
      }
    }
    retransform(missed);
    int late = (int) missed.stream().filter(this::isWoven).count();
    report.late(late);
    return late;
  }

  /** Weaves the loaded classes of these names once more, as the targets are now. */
  void again(Predicate<String> classNames) {
    List<Class<?>> meant = new ArrayList<>();
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      if (isCandidate(type) && classNames.test(type.getName())) {
        meant.add(type);
      }
    }
    for (int from = 0; from < meant.size(); from += AT_ONCE) {
      retransform(meant.subList(from, Math.min(from + AT_ONCE, meant.size())));
    }
  }

  void restore() {
    List<Class<?>> woven = new ArrayList<>();
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      if (isCandidate(type) && isWoven(type)) {
        woven.add(type);
      }
    }
    retransform(woven);
  }

  private boolean isCandidate(Class<?> type) {
    return type.getClassLoader() != null
        && !type.isArray()
        && !type.isPrimitive()
        && jvm.isModifiableClass(type);
  }

  private boolean isWoven(Class<?> type) {
    return report.isWoven(type.getClassLoader(), type.getName());
  }

  private boolean isTarget(Class<?> type, boolean searchAnnotations) {
    return isSubtype(type)
        || index.isNamed(type.getName())
        || (searchAnnotations && isAnnotated(type));
  }

  private boolean isSubtype(@Nullable Class<?> type) {
    if (type == null) {
      return false;
    }
    if (targetTypes.contains(type.getName())) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isSubtype(parent)) {
        return true;
      }
    }
    return isSubtype(type.getSuperclass());
  }

  private boolean isAnnotated(Class<?> type) {
    byte[] classFile = ClassFiles.read(type.getClassLoader(), type.getName().replace('.', '/'));
    List<Target> candidates = classFile == null ? null : index.candidates(classFile);
    return candidates != null && candidates.stream().anyMatch(target -> target.type == null);
  }

  /**
   * One by one where the whole fails: one class that can't be changed must not spare the others.
   */
  private void retransform(List<Class<?>> types) {
    try {
      if (!types.isEmpty()) {
        jvm.retransformClasses(types.toArray(new Class<?>[0]));
      }
    } catch (UnmodifiableClassException | LinkageError | RuntimeException all) {
      types.forEach(this::retransformAlone);
    }
  }

  private void retransformAlone(Class<?> type) {
    try {
      jvm.retransformClasses(type);
    } catch (UnmodifiableClassException | LinkageError | RuntimeException failure) {
      report.failed(type.getName(), failure);
    }
  }
}
