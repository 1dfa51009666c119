package dev.telemetry.instrumentation.jdbc;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words that begin a statement, and where such a statement names its table. */
enum SqlVerb {
  ABORT,
  ALTER(Place.OBJECT),
  ANALYZE,
  ATTACH,
  BACKUP,
  BEGIN,
  CALL,
  CHECKPOINT,
  CLOSE,
  CLUSTER,
  COMMENT,
  COMMIT,
  COPY(Place.TARGET),
  CREATE(Place.OBJECT),
  DEALLOCATE,
  DECLARE,
  DELETE(Place.DELETED),
  DESC,
  DESCRIBE,
  DETACH,
  DISCARD,
  DO,
  DROP(Place.OBJECT),
  END,
  EXEC,
  EXECUTE,
  EXPLAIN(Place.EXPLAINED),
  FETCH,
  FLUSH,
  GRANT,
  HANDLER,
  IMPORT,
  INSERT(Place.TARGET),
  KILL,
  LISTEN,
  LOAD,
  LOCK(Place.TARGET),
  MERGE(Place.TARGET),
  NOTIFY,
  OPTIMIZE,
  PRAGMA,
  PREPARE,
  PURGE,
  REFRESH(Place.OBJECT),
  REINDEX,
  RELEASE,
  RENAME,
  REPLACE(Place.TARGET),
  RESET,
  REVOKE,
  ROLLBACK,
  RUNSCRIPT,
  SAVEPOINT,
  SCRIPT,
  SELECT(Place.SOURCE),
  SET,
  SHOW,
  SHUTDOWN,
  START,
  TABLE(Place.TARGET),
  TRUNCATE(Place.TARGET),
  UNLISTEN,
  UNLOCK,
  UPDATE(Place.TARGET),
  UPSERT(Place.TARGET),
  USE,
  VACUUM,
  VALUES,
  WITH(Place.BEHIND_QUERIES);

  /** Where the table stands. */
  enum Place {
    NOWHERE,
    SOURCE,
    TARGET,
    DELETED,
    OBJECT,
    EXPLAINED,
    BEHIND_QUERIES
  }

  private static final Map<String, SqlVerb> BY_WORD = byWord();

  private final Place place;

  SqlVerb() {
    this(Place.NOWHERE);
  }

  SqlVerb(Place place) {
    this.place = place;
  }

  private static Map<String, SqlVerb> byWord() {
    Map<String, SqlVerb> verbs = new HashMap<>();
    for (SqlVerb verb : values()) {
      verbs.put(verb.name(), verb);
    }
    return verbs;
  }

  /** Returns the verb of an upper-case word; null where it is none. */
  static @Nullable SqlVerb of(String word) {
    return BY_WORD.get(word);
  }

  Place place() {
    return place;
  }

  /** Tells whether such a statement can stand behind common table expressions or be explained. */
  boolean isQuery() {
    switch (this) {
      case SELECT:
      case INSERT:
      case UPDATE:
      case DELETE:
      case MERGE:
      case REPLACE:
      case UPSERT:
      case VALUES:
        return true;
      default:
        return false;
    }
  }
}
