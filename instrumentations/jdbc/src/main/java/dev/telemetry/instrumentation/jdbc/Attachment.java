package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one object of somebody else's, see {@link Attachments}. Thread-safe.
 *
 * @param <K> what it is remembered of
 */
abstract class Attachment<K> {
  private volatile @Nullable K subject;

  /** Refers to the object from now on. */
  final void attach(K to) {
    subject = to;
  }

  /** Lets go of the object. */
  final void detach() {
    subject = null;
  }

  /** Returns the object; null where this does not refer to it, or not any more. */
  final @Nullable K subject() {
    return subject;
  }

  /** Tells whether it may be forgotten as soon as it is in somebody's way. */
  abstract boolean isOver();
}
