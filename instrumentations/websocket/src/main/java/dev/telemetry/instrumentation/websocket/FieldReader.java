package dev.telemetry.instrumentation.websocket;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads a field that a container keeps for itself, by its name. Holds no class: what was found is
 * kept with the class itself. Thread-safe.
 */
final class FieldReader {
  private final String name;

  private final ClassValue<Field> fields =
      new ClassValue<Field>() {
        @Override
        protected Field computeValue(Class<?> type) {
          return find(type);
        }
      };

  FieldReader(String name) {
    this.name = name;
  }

  /**
   * Returns the value.
   *
   * @throws IllegalStateException where neither the object's class nor one above declares it
   */
  @Nullable Object of(Object owner) {
    try {
      return fields.get(owner.getClass()).get(owner);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException(name + " of " + owner.getClass().getName(), closed);
    }
  }

  private Field find(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      try {
        Field field = at.getDeclaredField(name);
        field.setAccessible(true);
        return field;
      } catch (NoSuchFieldException higher) {
        // declared by a class above
      }
    }
    throw new IllegalStateException("no field " + name + " in " + type.getName());
  }
}
