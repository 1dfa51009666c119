package dev.telemetry.instrumentation.websocket;

import java.lang.reflect.Field;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field that a container keeps for itself, by one of its names. Holds no class: what was
 * found is kept with the class itself. Thread-safe.
 */
final class FieldReader {
  private final String[] names;

  private final ClassValue<Optional<Field>> fields =
      new ClassValue<Optional<Field>>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
          return find(type);
        }
      };

  /**
   * Reads the first that there is.
   *
   * @param names in the versions of a container
   */
  FieldReader(String... names) {
    this.names = names;
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException where neither the object's class nor one above declares it
   */
  @Nullable Object of(Object owner) {
    Optional<Field> field = fields.get(owner.getClass());
    if (!field.isPresent()) {
      throw new IllegalStateException("no field " + name() + " in " + owner.getClass().getName());
    }
    return read(field.get(), owner);
  }

  /** Returns the value; null where there is no such field either. */
  @Nullable Object ofAny(Object owner) {
    Optional<Field> field = fields.get(owner.getClass());
    return field.isPresent() ? read(field.get(), owner) : null;
  }

  /** Tells whether the object has the field. */
  boolean isIn(Object owner) {
    return fields.get(owner.getClass()).isPresent();
  }

  private @Nullable Object read(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(name() + " of " + owner.getClass().getName(), closed);
    }
  }

  private String name() {
    return String.join(" or ", names);
  }

  private Optional<Field> find(Class<?> type) {
    Optional<Field> found = Optional.empty();
    for (int i = 0; i < names.length && !found.isPresent(); i++) {
      found = find(type, names[i]);
    }
    return found;
  }

  private static Optional<Field> find(Class<?> type, String name) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      try {
        Field field = at.getDeclaredField(name);
        field.setAccessible(true);
        return Optional.of(field);
      } catch (NoSuchFieldException higher) {
        // declared by a class above
      }
    }
    return Optional.empty();
  }
}
