package dev.telemetry.instrumentation.servlet;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that one request has for the user's own tags, read when they are asked for.
 *
 * <p>Not so those of a log's context: a filter that sets them takes them back before the request is
 * over. They are taken where the first servlet is entered, when filters have run, and what is
 * missing then where the dispatch is left.
 */
final class TagValues {
  private final RequestTag[] tags;
  private final ServletAccess access;
  private final Object request;
  private final @Nullable String[] fromLog;

  TagValues(RequestTag[] tags, ServletAccess access, Object request) {
    this.tags = tags;
    this.access = access;
    this.request = request;
    fromLog = new @Nullable String[tags.length];
  }

  /** Takes what the log of this thread knows. */
  void take(Mdc mdc, Class<?> application) {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i].source == RequestTag.Source.MDC && fromLog[i] == null) {
        fromLog[i] = tags[i].of(mdc, application);
      }
    }
  }

  /**
   * Returns a value.
   *
   * @param ended tells whether the request is over; before, only what was sent with it is told, so
   *     that the start's metadata are the end's too
   */
  @Nullable String get(String key, boolean ended) {
    for (int i = 0; i < tags.length; i++) {
      if (tags[i].key.equals(key)) {
        return value(i, ended);
      }
    }
    return null;
  }

  /** Puts all values into a map. */
  void copyTo(Map<String, @Nullable Object> metadata, boolean ended) {
    for (int i = 0; i < tags.length; i++) {
      metadata.put(tags[i].key, value(i, ended));
    }
  }

  private @Nullable String value(int index, boolean ended) {
    RequestTag tag = tags[index];
    if (!ended && !tag.isSent()) {
      return null;
    }
    if (tag.source == RequestTag.Source.MDC) {
      return fromLog[index];
    }
    try {
      return tag.of(access, request);
    } catch (RuntimeException | LinkageError gone) {
      // such as a session that was ended meanwhile
      return null;
    }
  }
}
