package dev.telemetry.instrumentation.jdbc;

import java.sql.ResultSet;

/**
 * One use of an operation's rows, made for each: what holds it can't reach a later use. Refers to
 * its result only while that is recent, and to its statement never.
 */
final class Cursor extends Attachment<ResultSet> {
  private final Rows rows;
  private final int use;

  /**
   * Stands for what is read.
   *
   * @param use what tells this use of the rows from later ones
   */
  Cursor(Rows rows, int use) {
    this.rows = rows;
    this.use = use;
  }

  /** Returns the rows; of a later use where this one is over. */
  Rows rows() {
    return rows;
  }

  boolean isOpen() {
    return rows.isOpen(use);
  }

  @Override
  boolean isOver() {
    return !isOpen();
  }

  /** Returns true once: to whoever is to end the operation. */
  boolean close() {
    return rows.close(use);
  }

  /** See {@link Rows#enter}; not where this is over. */
  boolean enter() {
    return isOpen() && rows.enter();
  }

  /** See {@link Rows#leave}; where it was ended meanwhile, the rows may be another's by now. */
  void leave() {
    if (isOpen()) {
      rows.leave();
    }
  }

  /** See {@link Rows#read}; not where this is over. */
  void read() {
    if (isOpen()) {
      rows.read();
    }
  }

  /** See {@link Rows#moved}; not where this is over. */
  void moved(boolean found) {
    if (isOpen()) {
      rows.moved(found);
    }
  }
}
