package dev.telemetry.instrumentation.jdbc;

/**
 * Finds where comments and quoted parts of a statement end, in one pass.
 *
 * <p>Databases disagree on some of these ends: a backslash before a quote, {@code --} without a
 * blank, {@code #}, nested comments. Whoever takes the wrong reading takes a literal for code. So
 * nothing is read beyond a place where the readings differ and do not meet again: the answer there
 * is {@link #STOP}.
 */
final class SqlText {
  static final int STOP = -1;
  static final int CAP = 32 * 1024;

  private final CharSequence text;
  private final int limit;
  private int checkedUntil = -1;
  private boolean balanced;

  SqlText(CharSequence text) {
    this.text = text;
    this.limit = Math.min(text.length(), CAP);
  }

  int limit() {
    return limit;
  }

  /** Tells whether the statement goes on beyond what is read of it. */
  boolean isCut() {
    return text.length() > limit;
  }

  /** Returns one character; a blank behind the end. */
  char at(int index) {
    return index < limit ? text.charAt(index) : ' ';
  }

  String slice(int start, int end) {
    return text.subSequence(start, end).toString();
  }

  /**
   * Returns where blanks and comments end.
   *
   * @param first nothing of the statement has been read yet
   * @param name a table's name may follow, which may begin with {@code #}
   */
  int afterBlanks(int from, boolean first, boolean name) {
    int i = from;
    while (i != STOP && i < limit) {
      int next = afterBlank(i, first, name);
      if (next == i) {
        return i;
      }
      i = next;
    }
    return i;
  }

  private int afterBlank(int i, boolean first, boolean name) {
    char c = at(i);
    if (isBlank(c)) {
      return i + 1;
    }
    if (c == '-' && at(i + 1) == '-') {
      return first || isBlank(at(i + 2)) || isBalanced(i) ? afterLine(i) : STOP;
    }
    if (c == '/' && at(i + 1) == '*') {
      return afterComment(i + 2);
    }
    return c == '#' && !(name && isWordPart(at(i + 1))) ? afterHash(i, first) : i;
  }

  /** A comment in MySQL; {@code #>} an operator in PostgreSQL. */
  private int afterHash(int i, boolean first) {
    if (!first && !isBalanced(i)) {
      return STOP;
    }
    return at(i + 1) == '>' ? i : afterLine(i);
  }

  private int afterLine(int from) {
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (c == '\r' && at(i + 1) != '\n') {
        return STOP;
      }
    }
    return limit;
  }

  private int afterComment(int from) {
    for (int i = from; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '*' && at(i + 1) == '/') {
        return i + 2;
      }
      if (c == '/' && at(i + 1) == '*') {
        return STOP;
      }
    }
    return STOP;
  }

  /** Returns where a part in {@code '}, {@code "} or {@code `} ends, given its opening quote. */
  int afterQuoted(int open) {
    char quote = at(open);
    int i = open + 1;
    while (i != STOP && i < limit) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '`') {
        i = afterBackslashes(i, quote);
      } else if (c != quote) {
        i++;
      } else if (at(i + 1) == quote) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return STOP;
  }

  private int afterBackslashes(int from, char quote) {
    int i = from;
    while (at(i) == '\\') {
      i++;
    }
    boolean escapes = ((i - from) & 1) == 1;
    return escapes && at(i) == quote ? STOP : i;
  }

  /** Returns where PostgreSQL's {@code E'...'} ends, in which a backslash always escapes. */
  int afterEscaped(int open) {
    int i = open + 1;
    while (i < limit) {
      char c = text.charAt(i);
      if (c == '\\') {
        i += 2;
      } else if (c != '\'') {
        i++;
      } else if (at(i + 1) == '\'') {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return STOP;
  }

  /** Returns where a name in brackets ends, given its opening bracket. */
  int afterBracket(int open) {
    for (int i = open + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (c == ']') {
        return at(i + 1) == ']' ? STOP : i + 1;
      }
      if (isQuote(c)) {
        return STOP;
      }
    }
    return STOP;
  }

  /** Returns where PostgreSQL's {@code $tag$...$tag$} ends; {@code from} where it begins not. */
  int afterDollars(int from) {
    int tag = from + 1;
    while (isWordPart(at(tag)) && at(tag) != '$') {
      tag++;
    }
    if (at(tag) != '$' || isDigit(at(from + 1))) {
      return from;
    }
    for (int i = tag + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (isQuote(c)) {
        return STOP;
      }
      if (c == '$' && matches(i, from, tag)) {
        return i + tag - from + 1;
      }
    }
    return STOP;
  }

  private boolean matches(int at, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (at(at + i - from) != at(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns where Oracle's {@code q'[...]'} ends, given its first quote. */
  int afterOracleQuote(int quote) {
    char close = closing(at(quote + 1));
    for (int i = quote + 2; i < limit; i++) {
      if (text.charAt(i) == close && at(i + 1) == '\'') {
        return i + 2;
      }
    }
    return STOP;
  }

  private static char closing(char open) {
    int pair = "[({<".indexOf(open);
    return pair < 0 ? open : "])}>".charAt(pair);
  }

  /**
   * Tells whether all quotes open and close on the rest of the line, so that it does not matter to
   * what follows whether it is a comment. Looks at each line once.
   */
  boolean isBalanced(int from) {
    if (from > checkedUntil) {
      int open = 0;
      int i = from;
      for (; i < limit && text.charAt(i) != '\n'; i++) {
        int quote = "'\"`".indexOf(text.charAt(i));
        open ^= quote < 0 ? 0 : 1 << quote;
      }
      checkedUntil = i;
      balanced = open == 0;
    }
    return balanced;
  }

  static boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00a0' || c == '\ufeff' || (c >= 0x80 && Character.isWhitespace(c));
  }

  static boolean isWordStart(char c) {
    char lower = (char) (c | 0x20);
    return (lower >= 'a' && lower <= 'z' && c < 0x80)
        || c == '_'
        || c == '@'
        || (c >= 0x80 && !isBlank(c));
  }

  static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$' || c == '#';
  }

  static boolean isNumberPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '.';
  }
}
