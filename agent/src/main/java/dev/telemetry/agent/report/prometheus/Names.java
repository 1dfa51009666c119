package dev.telemetry.agent.report.prometheus;

/** Makes names that every Prometheus takes: letters, digits and underscores. */
final class Names {
  private Names() {}

  /**
   * Returns a name with an underscore for each run of other characters, and before a digit at the
   * begin.
   */
  static String clean(String name) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (digit && clean.length() == 0) {
        clean.append('_');
      }
      if (digit || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        clean.append(c);
      } else if (clean.length() == 0 || clean.charAt(clean.length() - 1) != '_') {
        clean.append('_');
      }
    }
    return clean.length() == 0 ? "_" : clean.toString();
  }
}
