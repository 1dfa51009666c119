package dev.telemetry.poll;

import java.time.Duration;

/** How a periodic measurement is, see {@link Poller#measurements()}. Immutable. */
public final class PollInfo {
  private final String id;
  private final Duration every;
  private final long runs;
  private final long failures;
  private final State state;

  /** What a measurement does now. */
  public enum State {
    /** It is called when it is due. */
    WELL,
    /** Its last call has failed; it is called less often until one succeeds. */
    FAILING,
    /** Its last call has not returned in time; it is called again once that has. */
    HANGING
  }

  PollInfo(Turns turns, long[] runsAndFailures, State state) {
    id = turns.id();
    every = turns.every();
    runs = runsAndFailures[0];
    failures = runsAndFailures[1];
    this.state = state;
  }

  /** Returns the name by which it was added. */
  public String id() {
    return id;
  }

  /** Returns the time from one call to the next where all is well. */
  public Duration every() {
    return every;
  }

  /** Returns how often it was called; a call that has not returned yet is one. */
  public long runs() {
    return runs;
  }

  /** Returns how many of the calls threw or did not return in time. */
  public long failures() {
    return failures;
  }

  /** Returns what it does now. */
  public State state() {
    return state;
  }

  @Override
  public String toString() {
    return id + " every " + every + ": " + state + ", " + runs + " runs, " + failures + " failures";
  }
}
