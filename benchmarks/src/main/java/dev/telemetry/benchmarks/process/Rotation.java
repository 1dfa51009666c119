package dev.telemetry.benchmarks.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order of a round: each begins with another one, so that no place in it favours anybody. */
public final class Rotation {
  private Rotation() {}

  /** Those of a round, from 1. */
  public static <T> List<T> of(List<T> all, int round) {
    List<T> order = new ArrayList<>(all);
    Collections.rotate(order, 1 - round);
    return order;
  }
}
