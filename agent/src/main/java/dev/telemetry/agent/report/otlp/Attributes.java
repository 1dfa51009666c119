package dev.telemetry.agent.report.otlp;

/** Writes attributes ({@code KeyValue} of common.proto), typed as the conventions have them. */
final class Attributes {
  private static final int KEY = 1;
  private static final int VALUE = 2;
  private static final int STRING = 1;
  private static final int BOOL = 2;
  private static final int INT = 3;

  private Attributes() {}

  /**
   * Writes one attribute.
   *
   * @param text a value that is not of its key's type, such as {@code _other}, stays a text
   */
  static void write(ProtoWriter out, int field, String key, String text) {
    int attribute = out.open(field);
    out.text(KEY, key);
    int value = out.open(VALUE);
    if (Conventions.isInteger(key) && isInteger(text)) {
      out.integer(INT, Long.parseLong(text));
    } else if (Conventions.isFlag(key) && (text.equals("true") || text.equals("false"))) {
      out.integer(BOOL, text.equals("true") ? 1 : 0);
    } else {
      out.text(STRING, text);
    }
    out.close(value);
    out.close(attribute);
  }

  /** Of those that a long holds for sure. */
  private static boolean isInteger(String text) {
    int first = text.startsWith("-") ? 1 : 0;
    if (text.length() == first || text.length() > 18) {
      return false;
    }
    for (int i = first; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
