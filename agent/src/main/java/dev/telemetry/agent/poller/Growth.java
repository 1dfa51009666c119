package dev.telemetry.agent.poller;

import java.util.HashMap;
import java.util.Map;

/**
 * Turns numbers that only grow into steps, the first one from zero. One that has fallen was begun
 * anew, and counts from zero again. For one thread at a time.
 */
public final class Growth {
  private Map<String, Number> before = new HashMap<>();
  private Map<String, Number> now = new HashMap<>();

  /** Makes one that has seen no number yet. */
  public Growth() {}

  /** Begins a look at all numbers. */
  public void begin() {
    now = new HashMap<>();
  }

  /** Returns the step of one number since the look before. */
  public Number step(String key, Number number) {
    Number was = before.get(key);
    now.put(key, number);
    if (was == null || was.doubleValue() > number.doubleValue()) {
      return number;
    }
    return isWhole(number) && isWhole(was)
        ? (Number) (number.longValue() - was.longValue())
        : (Number) (number.doubleValue() - was.doubleValue());
  }

  /** Ends a look; numbers that were not there are forgotten. */
  public void end() {
    before = now;
  }

  private static boolean isWhole(Number number) {
    return number instanceof Long || number instanceof Integer || number instanceof Short;
  }
}
