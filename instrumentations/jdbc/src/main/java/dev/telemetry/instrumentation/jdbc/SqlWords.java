package dev.telemetry.instrumentation.jdbc;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Words of SQL that can stand where a table's name is looked for. */
final class SqlWords {
  private static final Set<String> RESERVED =
      words(
          "AND AS BY CASE CROSS DEFAULT END EXCEPT EXISTS FOR FROM FULL GROUP HAVING IN INNER",
          "INTERSECT INTO IS JOIN LATERAL LEFT LIMIT NATURAL NOT NULL ON OR ORDER OUTER RETURNING",
          "RIGHT SELECT SET UNION USING VALUES WHEN WHERE WITH");

  private static final Set<String> MODIFIERS =
      words(
          "ABORT ALL CONCURRENTLY DELAYED EXISTS FAIL HIGH_PRIORITY IF IGNORE INTO LOW_PRIORITY NOT",
          "ONLY OR OVERWRITE PERCENT QUICK REPLACE ROLLBACK TABLE TABLES TOP VIEW");

  private static final Set<String> OBJECT_MODIFIERS =
      words(
          "BITMAP CACHED CLUSTERED COLUMNSTORE EDITIONABLE EXTERNAL FORCE FOREIGN FULLTEXT GLOBAL",
          "HASH LINKED LOCAL MATERIALIZED MEMORY NONCLUSTERED NOT OFFLINE ONLINE OR PERSISTENT",
          "PRIVATE RECURSIVE REPLACE SPATIAL TEMP TEMPORARY TRANSIENT UNIQUE UNLOGGED VIRTUAL");

  private SqlWords() {}

  private static Set<String> words(String... lines) {
    return new HashSet<>(Arrays.asList(String.join(" ", lines).split(" ")));
  }

  /** Tells whether a word, in upper case, can't be a table's name unless it is quoted. */
  static boolean isReserved(String word) {
    return RESERVED.contains(word);
  }

  /** Tells whether a word can stand between a verb and its table. */
  static boolean isModifier(String word) {
    return MODIFIERS.contains(word);
  }

  /** Tells whether a word can stand between CREATE, ALTER or DROP and TABLE, VIEW or INDEX. */
  static boolean isObjectModifier(String word) {
    return OBJECT_MODIFIERS.contains(word);
  }
}
