package dev.telemetry.instrumentation.jdbc;

import java.util.Locale;

/**
 * Reads a statement token by token, forwards only. Where the text can't be read safely any further
 * (see {@link SqlText}), it ends.
 */
final class SqlTokens {
  /** What a token is. */
  enum Kind {
    END,
    WORD,
    /** A name in quotes or brackets; in MySQL it may be a literal too. */
    QUOTED,
    /** A literal or a parameter. */
    VALUE,
    SYMBOL
  }

  private static final int LONGEST_KEYWORD = 16;

  private final SqlText text;
  private Kind kind = Kind.END;
  private int start;
  private int end;
  private boolean first = true;
  private char before;
  private boolean cut;

  SqlTokens(CharSequence text) {
    this.text = new SqlText(text);
  }

  Kind kind() {
    return kind;
  }

  /** Returns where the token begins in the text. */
  int start() {
    return start;
  }

  /** Returns where it ends. */
  int end() {
    return end;
  }

  /** Returns the token as written. */
  String text() {
    return text.slice(start, end);
  }

  /** Tells whether there is more of the statement that can't be read. */
  boolean isCut() {
    return cut || text.isCut();
  }

  /**
   * Goes to the next token.
   *
   * @param name a table's name may follow
   */
  Kind next(boolean name) {
    before = kind == Kind.SYMBOL ? text.at(start) : ' ';
    start = text.afterBlanks(end, first, name);
    first = false;
    if (start == SqlText.STOP || start >= text.limit()) {
      cut |= start == SqlText.STOP;
      return finish();
    }
    read(text.at(start), name);
    cut |= end == SqlText.STOP;
    return end == SqlText.STOP ? finish() : kind;
  }

  private Kind finish() {
    end = text.limit();
    start = end;
    kind = Kind.END;
    return kind;
  }

  private void read(char c, boolean name) {
    if (SqlText.isWordStart(c) || (c == '#' && name)) {
      readWord(name);
    } else if (SqlText.isDigit(c)) {
      token(Kind.VALUE, afterNumber());
    } else if (SqlText.isQuote(c)) {
      token(c == '\'' ? Kind.VALUE : Kind.QUOTED, text.afterQuoted(start));
    } else if (c == '$') {
      readDollar(name);
    } else if (c == '[' && text.at(start + 1) != '\'') {
      token(Kind.QUOTED, text.afterBracket(start));
    } else {
      token(Kind.SYMBOL, start + 1);
    }
  }

  private void token(Kind kind, int end) {
    this.kind = kind;
    this.end = end;
  }

  private void readWord(boolean name) {
    token(Kind.WORD, afterWord(name));
    if (end != SqlText.STOP && text.at(end) == '\'' && opensOracleQuote()) {
      token(Kind.VALUE, text.afterOracleQuote(end));
    } else if (end != SqlText.STOP && text.at(end) == '\'' && is("E")) {
      token(Kind.VALUE, text.afterEscaped(end));
    }
  }

  private boolean opensOracleQuote() {
    return (is("Q") || is("NQ")) && !SqlText.isBlank(text.at(end + 1));
  }

  /** A {@code #} inside a word begins a comment in MySQL, see {@link SqlText}. */
  private int afterWord(boolean name) {
    int i = start + 1;
    while (SqlText.isWordPart(text.at(i))) {
      if (text.at(i) == '#' && !name && !text.isBalanced(i)) {
        return SqlText.STOP;
      }
      i++;
    }
    return i == text.limit() && text.isCut() ? SqlText.STOP : i;
  }

  private int afterNumber() {
    int i = start + 1;
    while (SqlText.isNumberPart(text.at(i))) {
      i++;
    }
    return i;
  }

  private void readDollar(boolean name) {
    int after = text.afterDollars(start);
    if (after != start) {
      token(Kind.VALUE, after);
    } else if (SqlText.isWordStart(text.at(start + 1))) {
      token(Kind.WORD, afterWord(name));
    } else {
      token(Kind.VALUE, afterNumber());
    }
  }

  boolean isSymbol(char symbol) {
    return kind == Kind.SYMBOL && text.at(start) == symbol;
  }

  /** Returns the symbol; a blank where the token is none. */
  char symbol() {
    return kind == Kind.SYMBOL ? text.at(start) : ' ';
  }

  /** Tells whether the token is this keyword, given in upper case. */
  boolean isKeyword(String keyword) {
    return kind == Kind.WORD && !isQualified() && is(keyword);
  }

  private boolean is(String word) {
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = text.at(start + i);
      if (c != word.charAt(i) && c - ('a' - 'A') != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** A word behind a dot is a column, one behind a colon a parameter. */
  private boolean isQualified() {
    return before == '.' || before == ':';
  }

  /** Returns the word in upper case where it may be a keyword; else the empty string. */
  String keyword() {
    return kind == Kind.WORD && !isQualified() && end - start <= LONGEST_KEYWORD
        ? text.slice(start, end).toUpperCase(Locale.ROOT)
        : "";
  }

  /** Returns a word as written, or what is quoted without its quotes. */
  String name() {
    return kind == Kind.QUOTED ? text.slice(start + 1, end - 1) : text.slice(start, end);
  }
}
