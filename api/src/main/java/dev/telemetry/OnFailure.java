package dev.telemetry;

/** What happens to a handler that throws. Immutable. */
public final class OnFailure {
  private static final OnFailure DETACH = new OnFailure(0);

  private final int reportsPerMinute;

  private OnFailure(int reportsPerMinute) {
    this.reportsPerMinute = reportsPerMinute;
  }

  /** The default: it is detached from all its events, and that is reported once. */
  public static OnFailure detach() {
    return DETACH;
  }

  /**
   * It stays attached, and its failures are reported up to a limit.
   *
   * @param reportsPerMinute at least 1
   * @throws IllegalArgumentException for less than 1: a failure must not pass in silence
   */
  public static OnFailure keep(int reportsPerMinute) {
    if (reportsPerMinute < 1) {
      throw new IllegalArgumentException(
          "reports per minute must be at least 1, not " + reportsPerMinute);
    }
    return new OnFailure(reportsPerMinute);
  }

  /** Tells whether a handler that throws stays attached. */
  public boolean keeps() {
    return reportsPerMinute > 0;
  }

  /** Returns the limit of reports for a handler that stays; 0 for one that is detached. */
  public int reportsPerMinute() {
    return reportsPerMinute;
  }

  @Override
  public String toString() {
    return keeps() ? "keep, up to " + reportsPerMinute + " reports a minute" : "detach";
  }
}
