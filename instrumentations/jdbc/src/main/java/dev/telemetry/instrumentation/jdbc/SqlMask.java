package dev.telemetry.instrumentation.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Writes a statement with {@code ?} in the place of each literal, and without its comments. Where
 * it can't be told what is a literal, the rest is left out.
 */
final class SqlMask {
  private static final int LONGEST = 4 * 1024;
  private static final String REST = " ...";

  private final SqlTokens tokens;
  private final boolean namesInDoubleQuotes;
  private final StringBuilder masked = new StringBuilder();

  private SqlMask(String sql, boolean namesInDoubleQuotes) {
    tokens = new SqlTokens(sql);
    this.namesInDoubleQuotes = namesInDoubleQuotes;
  }

  /**
   * Returns the text; null of a statement whose literals may stand without quotes, as a password
   * does in some databases.
   *
   * @param operation what the statement does, in upper case
   * @param namesInDoubleQuotes whether the database never takes those for literals
   */
  static @Nullable String of(String sql, @Nullable String operation, boolean namesInDoubleQuotes) {
    SqlVerb verb = operation == null ? null : SqlVerb.of(operation);
    boolean plain = verb != null && (verb.isQuery() || verb == SqlVerb.CALL);
    return plain ? new SqlMask(sql, namesInDoubleQuotes).read() : null;
  }

  private String read() {
    int end = 0;
    while (tokens.next(false) != SqlTokens.Kind.END) {
      if (masked.length() > LONGEST) {
        return masked.append(REST).toString();
      }
      if (end > 0 && tokens.start() > end) {
        masked.append(' ');
      }
      masked.append(shown());
      end = tokens.end();
    }
    return tokens.isCut() ? masked.append(REST).toString() : masked.toString();
  }

  private String shown() {
    switch (tokens.kind()) {
      case VALUE:
        return "?";
      case QUOTED:
        return isName() ? tokens.text() : "?";
      default:
        return tokens.text();
    }
  }

  private boolean isName() {
    char quote = tokens.text().charAt(0);
    return quote == '"' ? namesInDoubleQuotes : isWord(tokens.name());
  }

  /** PostgreSQL writes arrays in brackets too, and has operators of backticks. */
  private static boolean isWord(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean inside = i > 0 && (Character.isDigit(c) || c == ' ');
      if (!Character.isLetter(c) && c != '_' && !inside) {
        return false;
      }
    }
    return !name.isEmpty();
  }
}
