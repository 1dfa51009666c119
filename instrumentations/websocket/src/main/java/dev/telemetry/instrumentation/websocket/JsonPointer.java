package dev.telemetry.instrumentation.websocket;

/**
 * A pointer of RFC 6901 to a text inside of a JSON document. Immutable.
 *
 * <p>The place that it finds is a number that holds both ends of the text, so that it needs no
 * object.
 */
final class JsonPointer {
  static final long NONE = -1;

  /** More of a document is not looked at, however long it is. */
  static final int LOOKED_AT = 4096;

  private static final int MOST_DIGITS = 4;

  private final String[] segments;
  private final int[] indexes;

  /** Reads a pointer, which begins with a slash. */
  JsonPointer(String pointer) {
    segments = pointer.substring(1).split("/", -1);
    indexes = new int[segments.length];
    for (int i = 0; i < segments.length; i++) {
      segments[i] = segments[i].replace("~1", "/").replace("~0", "~");
      boolean number = segments[i].matches("\\d{1," + MOST_DIGITS + "}");
      indexes[i] = number ? Integer.parseInt(segments[i]) : Integer.MAX_VALUE;
    }
  }

  /** Returns the place of the text; NONE where there is none. */
  long find(CharSequence text) {
    int length = Math.min(text.length(), LOOKED_AT);
    int at = JsonText.skipBlanks(text, 0, length);
    for (int i = 0; i < segments.length && at < length; i++) {
      at = step(text, at, length, i);
    }
    if (at >= length || text.charAt(at) != '"') {
      return NONE;
    }
    int end = JsonText.endOfText(text, at, length);
    return end > length ? NONE : ((long) at + 1) << Integer.SIZE | (end - 1);
  }

  private int step(CharSequence text, int at, int length, int segment) {
    char c = text.charAt(at);
    if (c == '{') {
      return JsonText.member(text, at, length, segments[segment]);
    }
    return c == '[' ? JsonText.element(text, at, length, indexes[segment]) : length;
  }

  /** Returns the position of a text's first character. */
  static int start(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  /** Returns the position behind a text's last character. */
  static int end(long place) {
    return (int) place;
  }
}
