package dev.telemetry.instrumentation.jdbc;

import dev.telemetry.instrumentation.jdbc.SqlTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation and the table of one statement; no grammar, only the places where a table can
 * stand. Used once. Takes time linear in the text, throws nothing.
 */
final class SqlReader {
  private static final int LONGEST_NAME = 255;
  private static final int MOST_QUERIES = 16;

  private final SqlTokens tokens;

  /** Names of the common table expressions, which are no tables. */
  private final List<String> queries = new ArrayList<>(0);

  private int depth;

  /** One bit for each depth of parentheses: a query has begun there, so FROM names a table. */
  private long queried;

  private boolean afterDistinct;
  private boolean derived;
  private @Nullable String found;

  private SqlReader(CharSequence text) {
    tokens = new SqlTokens(text);
  }

  static SqlSummary read(CharSequence text) {
    return new SqlReader(text).read();
  }

  private SqlSummary read() {
    do {
      next(false);
    } while ("({?=;".indexOf(tokens.symbol()) >= 0);
    SqlVerb verb = SqlVerb.of(tokens.keyword());
    if (verb == null) {
      return SqlSummary.UNKNOWN;
    }
    int base = depth;
    SqlVerb main = verb == SqlVerb.WITH ? behindQueries(base) : verb;
    return new SqlSummary(main.name(), table(main, base));
  }

  private Kind next(boolean name) {
    afterDistinct = tokens.isKeyword("DISTINCT");
    Kind kind = tokens.next(name);
    if (tokens.isSymbol('(')) {
      depth++;
      queried &= ~bit();
    } else if (tokens.isSymbol(')') && depth > 0) {
      depth--;
    }
    return kind;
  }

  private long bit() {
    return depth < Long.SIZE ? 1L << depth : 0;
  }

  private boolean atEnd(int base) {
    return tokens.kind() == Kind.END || (tokens.isSymbol(';') && depth <= base);
  }

  private @Nullable String table(SqlVerb verb, int base) {
    switch (verb.place()) {
      case SOURCE:
        return source(base);
      case TARGET:
        next(true);
        return orFound(target());
      case DELETED:
        return orFound(deleted(base));
      case OBJECT:
        return object(base);
      case EXPLAINED:
        return explained(base);
      default:
        return null;
    }
  }

  private @Nullable String orFound(@Nullable String name) {
    return name == null || isQuery(name) ? found : name;
  }

  /** The table of the outermost FROM, else the first one of any. */
  private @Nullable String source(int base) {
    queried |= bit();
    next(false);
    while (!atEnd(base)) {
      if (look(base)) {
        break;
      }
    }
    return found;
  }

  /**
   * Looks at the current token and goes beyond it.
   *
   * @return whether the table is found and nothing better can follow
   */
  private boolean look(int base) {
    if (tokens.isKeyword("SELECT") || tokens.isKeyword("DELETE")) {
      queried |= bit();
    }
    if (!isBeforeTable()) {
      next(false);
      return false;
    }
    boolean here = depth == base;
    next(true);
    derived |= here && tokens.isSymbol('(');
    String name = sourceName();
    boolean best = name != null && (here || derived);
    found = best || found == null ? name : found;
    return best;
  }

  private boolean isBeforeTable() {
    return (queried & bit()) != 0
        && ((tokens.isKeyword("FROM") && !afterDistinct) || tokens.isKeyword("JOIN"));
  }

  private @Nullable String sourceName() {
    while (tokens.isSymbol('(') || tokens.isKeyword("ONLY") || tokens.isKeyword("LATERAL")) {
      next(true);
    }
    String name = name();
    return name == null || isQuery(name) || isFollowedByQuery() ? null : name;
  }

  /** A function's call, {@code FINAL TABLE (INSERT ...)}; but not SQL Server's old hints. */
  private boolean isFollowedByQuery() {
    if (!tokens.isSymbol('(')) {
      return tokens.isKeyword("TABLE");
    }
    next(true);
    return !tokens.isKeyword("NOLOCK");
  }

  private boolean isQuery(String name) {
    for (String query : queries) {
      if (query.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** Reads over common table expressions, noting their names and tables, to the main verb. */
  private SqlVerb behindQueries(int base) {
    boolean nameFollows = true;
    next(false);
    while (!atEnd(base)) {
      SqlVerb verb = nameFollows ? null : query(base);
      if (verb != null) {
        return verb;
      }
      if (nameFollows && isName() && !tokens.isKeyword("RECURSIVE")) {
        addQuery(tokens.name());
        nameFollows = false;
      }
      nameFollows |= depth == base && tokens.isSymbol(',');
      look(-1);
    }
    return SqlVerb.WITH;
  }

  private void addQuery(String name) {
    if (queries.size() < MOST_QUERIES) {
      queries.add(name);
    }
  }

  private @Nullable SqlVerb query(int base) {
    SqlVerb verb = depth == base ? SqlVerb.of(tokens.keyword()) : null;
    return verb != null && verb.isQuery() ? verb : null;
  }

  private @Nullable String explained(int base) {
    while (next(false) != Kind.END) {
      if (depth == base && tokens.isKeyword("WITH")) {
        return table(behindQueries(base), base);
      }
      SqlVerb verb = query(base);
      if (verb != null) {
        return table(verb, base);
      }
    }
    return null;
  }

  private @Nullable String target() {
    skipModifiers();
    return name();
  }

  private void skipModifiers() {
    while (SqlWords.isModifier(tokens.keyword())) {
      boolean counts = tokens.isKeyword("TOP");
      next(true);
      if (counts) {
        skipCount();
      }
    }
  }

  private void skipCount() {
    int outer = depth - (tokens.isSymbol('(') ? 1 : 0);
    while (depth > outer && tokens.kind() != Kind.END) {
      next(true);
    }
    next(true);
  }

  /** DELETE FROM t, DELETE t WHERE, DELETE a FROM t a JOIN. */
  private @Nullable String deleted(int base) {
    next(true);
    String first = target();
    while (!atEnd(base) && !(depth == base && isFromOrWhere())) {
      next(false);
    }
    if (!tokens.isKeyword("FROM")) {
      return first;
    }
    next(true);
    return target();
  }

  private boolean isFromOrWhere() {
    return tokens.isKeyword("FROM") || tokens.isKeyword("WHERE");
  }

  private @Nullable String object(int base) {
    do {
      next(false);
      if (tokens.isKeyword("TABLE") || tokens.isKeyword("VIEW")) {
        return target();
      }
      if (tokens.isKeyword("INDEX")) {
        return indexed(base);
      }
    } while (SqlWords.isObjectModifier(tokens.keyword()));
    return null;
  }

  private @Nullable String indexed(int base) {
    while (!atEnd(base)) {
      boolean tableFollows = tokens.isKeyword("ON");
      next(tableFollows);
      if (tableFollows) {
        return target();
      }
    }
    return null;
  }

  private boolean isName() {
    Kind kind = tokens.kind();
    return kind == Kind.QUOTED || (kind == Kind.WORD && !SqlWords.isReserved(tokens.keyword()));
  }

  /** Reads a name with its schema; then the token behind it is the current one. */
  private @Nullable String name() {
    if (!isName()) {
      return null;
    }
    StringBuilder name = new StringBuilder(tokens.name());
    next(false);
    while (tokens.isSymbol('.') && name.length() <= LONGEST_NAME) {
      next(true);
      if (tokens.kind() == Kind.WORD || tokens.kind() == Kind.QUOTED) {
        name.append('.').append(tokens.name());
        next(false);
      } else if (tokens.isSymbol('.')) {
        name.append('.');
      }
    }
    return name.length() == 0 || name.length() > LONGEST_NAME ? null : name.toString();
  }
}
