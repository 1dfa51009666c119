package dev.telemetry.instrumentation.websocket;

/**
 * Finds the text of a member in the outermost object of a JSON document, character by character.
 * What is no such document, or is broken before the member, has none.
 *
 * <p>A place is a number that holds both ends of a text, so that none needs an object.
 */
final class JsonMember {
  static final long NONE = -1;

  /** More of a document is not looked at, however long it is. */
  static final int LOOKED_AT = 4096;

  private static final String[] MEMBERS = {"event", "type", "action"};

  private JsonMember() {}

  /** Returns the place of the first member's text; NONE where there is none. */
  static long find(CharSequence text) {
    int length = Math.min(text.length(), LOOKED_AT);
    int at = skipBlanks(text, 0, length);
    return at < length && text.charAt(at) == '{' ? best(text, at + 1, length) : NONE;
  }

  /** Returns the position of a text's first character. */
  static int start(long place) {
    return (int) (place >>> Integer.SIZE);
  }

  /** Returns the position behind a text's last character. */
  static int end(long place) {
    return (int) place;
  }

  /** Goes from member to member; the first of the wanted ones ends the search. */
  private static long best(CharSequence text, int from, int length) {
    long found = NONE;
    int rank = MEMBERS.length;
    int at = skipBlanks(text, from, length);
    while (rank > 0 && at < length && text.charAt(at) == '"') {
      int keyEnd = endOfText(text, at, length);
      int value = behind(text, keyEnd, ':', length);
      if (value >= length) {
        break;
      }
      int next = text.charAt(value) == '"' ? endOfText(text, value, length) : value;
      int wanted = rankOf(text, at + 1, keyEnd - 1);
      if (wanted < rank && next > value && next <= length) {
        rank = wanted;
        found = place(value + 1, next - 1);
      }
      at = behind(text, endOfValue(text, next, length), ',', length);
    }
    return found;
  }

  private static long place(int start, int end) {
    return ((long) start << Integer.SIZE) | end;
  }

  private static int rankOf(CharSequence text, int start, int end) {
    for (int i = 0; i < MEMBERS.length; i++) {
      if (isSame(MEMBERS[i], text, start, end)) {
        return i;
      }
    }
    return MEMBERS.length;
  }

  private static boolean isSame(String name, CharSequence text, int start, int end) {
    boolean same = name.length() == end - start;
    for (int i = start; same && i < end; i++) {
      same = name.charAt(i - start) == text.charAt(i);
    }
    return same;
  }

  /** Returns the position behind the quote that ends a text; beyond the length without one. */
  private static int endOfText(CharSequence text, int quote, int length) {
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

  /** Returns where the comma or brace is that ends a value, whatever is nested in it. */
  private static int endOfValue(CharSequence text, int from, int length) {
    int depth = 0;
    int at = from;
    while (at < length) {
      char c = text.charAt(at);
      if (depth == 0 && (c == ',' || c == '}')) {
        return at;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      at = c == '"' ? endOfText(text, at, length) : at + 1;
    }
    return at;
  }

  /** Returns the position of what stands behind a sign, which must be next; else the length. */
  private static int behind(CharSequence text, int from, char sign, int length) {
    int at = skipBlanks(text, from, length);
    return at < length && text.charAt(at) == sign ? skipBlanks(text, at + 1, length) : length;
  }

  private static int skipBlanks(CharSequence text, int from, int length) {
    int at = from;
    while (at < length && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }
}
