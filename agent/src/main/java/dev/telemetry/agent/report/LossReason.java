package dev.telemetry.agent.report;

/**
 * A reason for which a reporter loses something, and what the documentation says of it. Immutable.
 *
 * <p>The agent's own reporters keep theirs in constants, which their factory lists.
 */
public final class LossReason {
  /** A report has thrown. */
  public static final LossReason FAILED =
      new LossReason(
          "report failed",
          "a report ended in an exception, each of which counts as one; what it would have sent is"
              + " unknown",
          "the log has the exception: a defect of the agent or of the extension");

  /** Nobody is left who would send it. */
  public static final LossReason UNSENT =
      new LossReason(
          "unsent at the end",
          "the application ended, or the reporter was taken away, before the server took it",
          "see in the log why the server did not answer");

  /** The value of a series comes from foreign code, which has thrown. */
  public static final LossReason UNREADABLE =
      new LossReason(
          "unreadable",
          "the value of a series could not be read: it belongs to a pool, a bean or a meter that"
              + " throws",
          "the application closed or broke what is measured");

  /** The text of a value of an event comes from foreign code, which has thrown. */
  public static final LossReason UNREADABLE_EVENT =
      new LossReason(
          "unreadable event",
          "the text of a value of the event could not be made",
          "a `toString()` of the application throws");

  /** More events than the user wants. */
  public static final LossReason OVER_THE_LIMIT =
      new LossReason(
          "over the limit",
          "more events passed than `limit` allows, by when they passed",
          "a higher `limit`, or a narrower pattern");

  /** More events than the reporter's thread can take. */
  public static final LossReason QUEUE_FULL =
      new LossReason(
          "event queue full",
          "events came faster than the reporter's thread took them",
          "a narrower pattern; for `datadog` also a shorter `every`");

  private static final String DETAIL = "*";

  private final String text;
  private final String meaning;
  private final String advice;

  /**
   * Takes the words.
   *
   * @param text a few lower-case words, the tag of the metric; a star stands for a detail, of which
   *     there must be few
   * @param meaning what has happened, for people, in Markdown
   * @param advice what they can do
   */
  public LossReason(String text, String meaning, String advice) {
    this.text = text;
    this.meaning = meaning;
    this.advice = advice;
  }

  /** Returns this reason with the detail in the place of its star. */
  public LossReason of(String detail) {
    return new LossReason(text.replace(DETAIL, detail), meaning, advice);
  }

  /** Returns the words by which it is counted. */
  public String text() {
    return text;
  }

  /** Returns what has happened. */
  public String meaning() {
    return meaning;
  }

  /** Returns what can be done. */
  public String advice() {
    return advice;
  }

  @Override
  public String toString() {
    return text;
  }
}
