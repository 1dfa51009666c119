package dev.telemetry.weaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.Opcodes;

/** Which declared methods a target means. */
final class Matching {
  private static final int COMPILER_MADE = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;

  private Matching() {}

  static List<ClassOutline.Method> methods(ClassOutline outline, Target target) {
    String annotation = target.point.annotation();
    if (target.point.classNames() != null) {
      return select(outline, Matching::isWritten);
    }
    return annotation == null
        ? select(outline, target::declaredBy)
        : select(outline, annotatedWith(outline, annotation));
  }

  /** An annotation on the type counts for its methods, except those that nobody else can call. */
  private static Predicate<ClassOutline.Method> annotatedWith(
      ClassOutline outline, String annotation) {
    boolean onType = has(outline.annotations, annotation);
    return method ->
        isWritten(method)
            && (has(method.annotations, annotation) || (onType && !isPrivate(method)));
  }

  private static boolean has(Map<String, Map<String, Object>> annotations, String annotation) {
    return annotations.containsKey(annotation);
  }

  private static boolean isPrivate(ClassOutline.Method method) {
    return (method.access & Opcodes.ACC_PRIVATE) != 0;
  }

  private static boolean isWritten(ClassOutline.Method method) {
    return method.hasBody() && (method.access & COMPILER_MADE) == 0 && method.name.charAt(0) != '<';
  }

  private static List<ClassOutline.Method> select(
      ClassOutline outline, Predicate<ClassOutline.Method> wanted) {
    List<ClassOutline.Method> selected = new ArrayList<>();
    for (ClassOutline.Method method : outline.methods) {
      if (wanted.test(method)) {
        selected.add(method);
      }
    }
    return selected;
  }
}
