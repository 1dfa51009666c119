package dev.telemetry.weaving;

import dev.telemetry.instrumentation.Companion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hands out one companion per loader of the library.
 *
 * <p>{@link ClassValue} hangs the companion on the library's own classes, so that nothing of ours
 * keeps an application's loader alive.
 */
final class CompanionPerLoader<T> implements Companion<T> {
  final Class<T> role;
  final String className;
  final List<String> anchors;
  private final ClassLoader agent;
  private final WeavingReport report;

  private final ClassValue<@Nullable T> byObjectType =
      new ClassValue<@Nullable T>() {
        @Override
        protected @Nullable T computeValue(Class<?> type) {
          Class<?> anchor = anchorOf(type);
          return anchor == null ? null : byAnchor.get(anchor);
        }
      };

  private final ClassValue<@Nullable T> byAnchor =
      new ClassValue<@Nullable T>() {
        @Override
        protected @Nullable T computeValue(Class<?> anchor) {
          return create(anchor);
        }
      };

  CompanionPerLoader(Class<T> role, String className, String[] anchors, WeavingReport report) {
    this.role = role;
    this.className = className;
    this.anchors = Arrays.asList(anchors.clone());
    this.agent = role.getClassLoader();
    this.report = report;
  }

  @Override
  public @Nullable T of(Object libraryObject) {
    return byObjectType.get(libraryObject.getClass());
  }

  Renaming renaming(String anchor) {
    return Renaming.between(anchors.get(0), anchor);
  }

  private @Nullable Class<?> anchorOf(@Nullable Class<?> type) {
    if (type == null || anchors.contains(type.getName())) {
      return type;
    }
    for (Class<?> parent : type.getInterfaces()) {
      Class<?> anchor = anchorOf(parent);
      if (anchor != null) {
        return anchor;
      }
    }
    return anchorOf(type.getSuperclass());
  }

  private @Nullable T create(Class<?> anchor) {
    try {
      CompanionLoader loader =
          new CompanionLoader(
              anchor.getClassLoader(), agent, packageName(), renaming(anchor.getName()));
      return role.cast(loader.loadClass(className).getConstructor().newInstance());
    } catch (ReflectiveOperationException | LinkageError | RuntimeException failure) {
      report.failed(className, failure);
      return null;
    }
  }

  String packageName() {
    return className.substring(0, className.lastIndexOf('.') + 1);
  }
}
