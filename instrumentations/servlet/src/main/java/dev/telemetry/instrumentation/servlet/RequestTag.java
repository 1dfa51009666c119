package dev.telemetry.instrumentation.servlet;

import dev.telemetry.instrumentation.InstrumentationSettings;
import org.jspecify.annotations.Nullable;

/** One key of the metadata that the settings take from a place of the user's own. Immutable. */
final class RequestTag {
  /** Where a value is looked for; the settings' words are these in lower case. */
  enum Source {
    HEADER,
    QUERY,
    SESSION,
    MDC
  }

  final String key;
  final Source source;
  private final String name;

  private RequestTag(String key, Source source, String name) {
    this.key = key;
    this.source = source;
    this.name = name;
  }

  /** Reads {@code {header: X-Tenant}}. */
  static RequestTag of(String key, InstrumentationSettings settings) {
    for (Source source : Source.values()) {
      String name = settings.text(ServletSettings.keyOf(source));
      if (name != null) {
        return new RequestTag(key, source, name);
      }
    }
    throw new IllegalArgumentException(key + ": " + settings);
  }

  /** Tells whether the value is the same from the first to the last moment of a request. */
  boolean isSent() {
    return source == Source.HEADER || source == Source.QUERY;
  }

  /** Returns the value that a request has now; null for none, and for what only a log knows. */
  @Nullable String of(ServletAccess access, Object request) {
    switch (source) {
      case HEADER:
        return cut(access.header(request, name));
      case QUERY:
        return cut(QueryText.value(access.query(request), name));
      case SESSION:
        Object value = access.sessionAttribute(request, name);
        return value == null ? null : cut(String.valueOf(value));
      default:
        return null;
    }
  }

  /** Returns the value that the log of this thread's application has now. */
  @Nullable String of(Mdc mdc, Class<?> application) {
    return cut(mdc.value(application, name));
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null ? null : QueryText.cut(text);
  }
}
