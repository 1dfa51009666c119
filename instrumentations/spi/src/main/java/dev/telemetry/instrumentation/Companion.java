package dev.telemetry.instrumentation;

import org.jspecify.annotations.Nullable;

/**
 * Finds the instance of a companion that belongs to the loader of an object's library.
 *
 * <p>Holds no loader: an application that is taken away takes its companions along. Thread-safe.
 *
 * @param <T> the role
 */
public interface Companion<T> {

  /**
   * Returns the companion for an object of the library.
   *
   * @return null where the object implements none of the anchors
   */
  @Nullable T of(Object libraryObject);
}
