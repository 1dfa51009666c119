package dev.telemetry.weaving;

import java.lang.instrument.Instrumentation;
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
  private final WeavableLoaders loaders;
  private final WeavingReport report;

  Sweep(Instrumentation jvm, TargetIndex index, WeavableLoaders loaders, WeavingReport report) {
    this.jvm = jvm;
    this.index = index;
    this.loaders = loaders;
    this.report = report;
  }

  /** Tells whether any class is loaded that is neither the JDK's nor ours; not as a JVM ends. */
  boolean anyOfApplication() {
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      ClassLoader loader = type.getClassLoader();
      if (loader != null && !loaders.isOfJdk(loader) && isCandidate(type)) {
        return true;
      }
    }
    return false;
  }

  int run(boolean searchAnnotations) {
    Set<String> targetTypes = targetTypes();
    boolean everyClass = searchAnnotations && hasAnnotation(index.targets());
    List<Class<?>> missed = new ArrayList<>();
    for (Class<?> type : LoadedClasses.of(jvm)) {
      if (isCandidate(type) && !isWoven(type) && isTarget(type, targetTypes, everyClass)) {
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
    for (Class<?> type : LoadedClasses.of(jvm)) {
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
    for (Class<?> type : LoadedClasses.of(jvm)) {
      if (isCandidate(type) && isWoven(type)) {
        woven.add(type);
      }
    }
    retransform(woven);
    woven.forEach(type -> report.unwoven(loaders.standIn(type.getClassLoader()), type.getName()));
  }

  private Set<String> targetTypes() {
    Set<String> types = new HashSet<>();
    for (Target target : index.targets()) {
      if (target.type != null) {
        types.add(target.type.replace('/', '.'));
      }
    }
    return types;
  }

  private boolean isCandidate(Class<?> type) {
    return !type.isArray()
        && !isHidden(type)
        && loaders.mayWeave(type.getClassLoader(), type.getName().replace('.', '/'), index)
        && jvm.isModifiableClass(type);
  }

  /** Lambdas and the like, of which Java 8 says that they can be changed, and then fails. */
  private static boolean isHidden(Class<?> type) {
    return type.getName().indexOf('/') >= 0;
  }

  private boolean isWoven(Class<?> type) {
    return report.isWoven(loaders.standIn(type.getClassLoader()), type.getName());
  }

  /** The class file, where there is one, spares the JVM a look at what declares no target. */
  private boolean isTarget(Class<?> type, Set<String> targetTypes, boolean everyClass) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || loaders.isOfJdk(loader) || index.isNamed(type.getName())) {
      return true;
    }
    boolean subtype = isSubtype(type, targetTypes);
    if (!subtype && !everyClass) {
      return false;
    }
    byte[] classFile = ClassFiles.read(type, loader);
    return classFile == null ? subtype : hasCandidate(classFile, subtype);
  }

  private boolean hasCandidate(byte[] classFile, boolean subtype) {
    try {
      List<Target> candidates = index.candidates(classFile);
      return candidates != null && (subtype || hasAnnotation(candidates));
    } catch (RuntimeException noClassFile) {
      return subtype;
    }
  }

  private static boolean hasAnnotation(List<Target> targets) {
    return targets.stream().anyMatch(target -> target.type == null);
  }

  private static boolean isSubtype(@Nullable Class<?> type, Set<String> targetTypes) {
    if (type == null) {
      return false;
    }
    if (targetTypes.contains(type.getName())) {
      return true;
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (isSubtype(parent, targetTypes)) {
        return true;
      }
    }
    return isSubtype(type.getSuperclass(), targetTypes);
  }

  /**
   * One by one where the whole fails: one class that can't be changed must not spare the others. A
   * JVM that ends refuses them all, which is no failure.
   */
  private void retransform(List<Class<?>> types) {
    try {
      if (!types.isEmpty()) {
        jvm.retransformClasses(types.toArray(new Class<?>[0]));
      }
    } catch (Throwable all) {
      if (!LoadedClasses.hasEnded(jvm)) {
        types.forEach(this::retransformAlone);
      }
    }
  }

  /** The JVM refuses by errors of many kinds, {@link InternalError} among them. */
  private void retransformAlone(Class<?> type) {
    try {
      jvm.retransformClasses(type);
    } catch (Throwable failure) {
      report.failed(type.getName(), failure);
    }
  }
}
