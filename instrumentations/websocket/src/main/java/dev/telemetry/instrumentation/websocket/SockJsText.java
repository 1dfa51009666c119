package dev.telemetry.instrumentation.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Reads a text as a frame of SockJS, which is an array of messages, as far as its first message
 * goes. By https://github.com/sockjs/sockjs-protocol.
 */
final class SockJsText {
  private static final char FROM_SERVER = 'a';
  private static final int UNICODE_DIGITS = 4;
  private static final int HEX = 16;

  private SockJsText() {}

  /**
   * Returns the beginning of the first message; empty where the frame has none, because it opens or
   * closes a session or keeps it alive. Makes a copy, because messages are escaped.
   */
  static String message(CharSequence frame) {
    int length = Math.min(frame.length(), JsonPointer.LOOKED_AT);
    int array = length > 0 && frame.charAt(0) == FROM_SERVER ? 1 : 0;
    if (array >= length || frame.charAt(array) != '[') {
      return "";
    }
    int quote = JsonText.element(frame, array, length, 0);
    if (quote >= length || frame.charAt(quote) != '"') {
      return "";
    }
    int end = Math.min(JsonText.endOfText(frame, quote, length) - 1, length);
    return unescaped(frame.subSequence(quote + 1, end).toString());
  }

  private static String unescaped(String text) {
    StringBuilder all = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf('\\'); at >= 0 && at + 1 < text.length(); ) {
      all.append(text, from, at);
      Character c = unicode(text, at + 1);
      all.append(c == null ? sign(text.charAt(at + 1)) : c);
      from = at + 2 + (c == null ? 0 : UNICODE_DIGITS);
      at = text.indexOf('\\', from);
    }
    return all.append(text, from, text.length()).toString();
  }

  private static char sign(char escaped) {
    int at = "nrtbf".indexOf(escaped);
    return at < 0 ? escaped : "\n\r\t\b\f".charAt(at);
  }

  /** Returns what four digits stand for; null where there are none. */
  private static @Nullable Character unicode(String text, int at) {
    int end = at + 1 + UNICODE_DIGITS;
    if (text.charAt(at) != 'u' || end > text.length()) {
      return null;
    }
    try {
      return (char) Integer.parseInt(text.substring(at + 1, end), HEX);
    } catch (NumberFormatException broken) {
      return null;
    }
  }
}
