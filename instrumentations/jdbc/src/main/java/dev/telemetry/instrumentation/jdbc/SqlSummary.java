package dev.telemetry.instrumentation.jdbc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be told of a statement: its operation and its table. Immutable. */
final class SqlSummary {
  /** Of a text that nothing may be told of. */
  static final SqlSummary UNKNOWN = new SqlSummary(null, null);

  /** Of a statement whose text was never seen. */
  static final SqlSummary UNSEEN = new SqlSummary(null, null);

  private static final String BATCH = "BATCH";

  private final @Nullable String operation;
  private final String batchOperation;
  private final @Nullable String table;

  SqlSummary(@Nullable String operation, @Nullable String table) {
    this.operation = operation;
    this.batchOperation = operation == null ? BATCH : BATCH + " " + operation;
    this.table = table;
  }

  /** Returns the operation in upper case; null where it is not known. */
  @Nullable String operation() {
    return operation;
  }

  /** Returns the name of a batch of such operations. */
  String batchOperation() {
    return batchOperation;
  }

  /** Returns the table as written, without quotes; null where there is none or it is not known. */
  @Nullable String table() {
    return table;
  }

  /** Returns what this and another statement of the same batch have in common. */
  SqlSummary and(SqlSummary other) {
    boolean sameOperation = Objects.equals(operation, other.operation);
    boolean sameTable = Objects.equals(table, other.table);
    if (sameOperation && sameTable) {
      return this;
    }
    return new SqlSummary(sameOperation ? operation : null, sameTable ? table : null);
  }
}
