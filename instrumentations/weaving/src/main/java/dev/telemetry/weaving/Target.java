package dev.telemetry.weaving;

import dev.telemetry.instrumentation.WeavePoint;
import org.jspecify.annotations.Nullable;

/** One weave point in one variant, in the class file's form of names. */
final class Target {
  final String module;
  final WeavePoint point;
  final @Nullable String type;
  final String method;
  final String descriptor;
  final @Nullable String annotation;

  private Target(String module, WeavePoint point, @Nullable String type, String descriptor) {
    this.module = module;
    this.point = point;
    this.type = type;
    this.method = point.method();
    this.descriptor = descriptor;
    this.annotation =
        point.annotation() == null ? null : "L" + point.annotation().replace('.', '/') + ";";
  }

  static Target annotated(String module, WeavePoint point) {
    return new Target(module, point, null, "");
  }

  static Target named(String module, WeavePoint point) {
    return new Target(module, point, null, "");
  }

  static Target variant(String module, WeavePoint point, int index) {
    String first = point.types().get(0);
    String type = point.types().get(index);
    return new Target(
        module,
        point,
        type.replace('.', '/'),
        Renaming.between(first, type).descriptor(point.descriptor()));
  }

  /** Tells whether a class is meant by its name, which has dots. */
  boolean isNamed(String className) {
    return point.classNames() != null && point.classNames().test(className);
  }

  boolean declaredBy(ClassOutline.Method found) {
    return found.hasBody() && method.equals(found.name) && descriptor.equals(found.descriptor);
  }
}
