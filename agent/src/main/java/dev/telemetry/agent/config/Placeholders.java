package dev.telemetry.agent.config;

/**
 * Puts values in the place of a dollar sign with {@code {NAME}} or {@code {NAME:default}} behind
 * it; two dollar signs stand for one.
 */
final class Placeholders {
  private Placeholders() {}

  static boolean in(String text) {
    return text.contains("${");
  }

  /**
   * Fills in what is set.
   *
   * @throws Unresolvable where a name is not set and has no default, or a brace is missing
   */
  static String fill(String text, Overlay overlay) throws Unresolvable {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
      if (at > from && text.charAt(at - 1) == '$') {
        filled.append(text, from, at - 1).append("${");
        from = at + 2;
      } else {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw new Unresolvable("expected } after ${");
        }
        filled.append(text, from, at).append(value(text.substring(at + 2, end), overlay));
        from = end + 1;
      }
    }
    return filled.append(text, from, text.length()).toString();
  }

  private static String value(String placeholder, Overlay overlay) throws Unresolvable {
    int colon = placeholder.indexOf(':');
    String name = colon < 0 ? placeholder : placeholder.substring(0, colon);
    String value = overlay.placeholder(name);
    if (value != null) {
      return value;
    }
    if (colon < 0) {
      throw new Unresolvable(
          "expected the variable " + name + " to be set, or ${" + name + ":default}");
    }
    return placeholder.substring(colon + 1);
  }

  /** Says what was expected. */
  static final class Unresolvable extends Exception {
    private static final long serialVersionUID = 1;

    Unresolvable(String expected) {
      super(expected, null, false, false);
    }
  }
}
