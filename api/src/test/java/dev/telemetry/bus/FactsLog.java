package dev.telemetry.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Writes down what a subscriber, such as the metric binder, can read. */
final class FactsLog implements Subscriber {
  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void single(Facts facts) {
    lines.add("single " + text(facts));
  }

  @Override
  public void started(long nanos, Facts facts) {
    lines.add("started " + text(facts));
  }

  @Override
  public void ended(long startNanos, long endNanos, Facts facts, @Nullable Throwable error) {
    if (endNanos < startNanos) {
      throw new AssertionError("ended before it started");
    }
    lines.add("ended " + text(facts) + " " + error);
  }

  private static String text(Facts facts) {
    return "rows=" + facts.measurement("rows") + " k=" + facts.get("k");
  }
}
