package dev.telemetry.instrumentation.websocket;

/**
 * Finds its way in a JSON document, character by character, from place to place; makes no tree. A
 * place at or beyond the length is none: what is no such document, or is broken, leads there.
 */
final class JsonText {
  private JsonText() {}

  /** Returns the place of a member's value; {@code from} is that of the object. */
  static int member(CharSequence text, int from, int length, String name) {
    int at = skipBlanks(text, from + 1, length);
    while (at < length && text.charAt(at) == '"') {
      int keyEnd = endOfText(text, at, length);
      int value = behind(text, keyEnd, ':', length);
      if (value < length && isSame(name, text, at + 1, keyEnd - 1)) {
        return value;
      }
      at = behind(text, endOfValue(text, value, length), ',', length);
    }
    return length;
  }

  /** Returns the place of an element; {@code from} is that of the array. */
  static int element(CharSequence text, int from, int length, int index) {
    int at = skipBlanks(text, from + 1, length);
    for (int i = 0; i < index && at < length; i++) {
      at = behind(text, endOfValue(text, at, length), ',', length);
    }
    return at < length && text.charAt(at) != ']' ? at : length;
  }

  /** Tells whether a part of the text is this name. */
  static boolean isSame(String name, CharSequence text, int start, int end) {
    boolean same = name.length() == end - start;
    for (int i = start; same && i < end; i++) {
      same = name.charAt(i - start) == text.charAt(i);
    }
    return same;
  }

  /** Returns the place behind the quote that ends a text; beyond the length without one. */
  static int endOfText(CharSequence text, int quote, int length) {
    for (int at = quote + 1; at < length; at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c == '\\') {
        at++;
      }
    }
    return length + 1;
  }

  /** Returns where the comma or bracket is that ends a value, whatever is nested in it. */
  private static int endOfValue(CharSequence text, int from, int length) {
    int depth = 0;
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
        return at;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      at = c == '"' ? endOfText(text, at, length) : at + 1;
    }
    return at;
  }

  /** Returns the place of what stands behind a sign, which must be next; else the length. */
  private static int behind(CharSequence text, int from, char sign, int length) {
    int at = skipBlanks(text, from, length);
    return at < length && text.charAt(at) == sign ? skipBlanks(text, at + 1, length) : length;
  }

  /** Returns the next place that is not blank. */
  static int skipBlanks(CharSequence text, int from, int length) {
    int at = from;
    while (at < length && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
