package dev.telemetry.agent.metrics;

import java.util.concurrent.atomic.LongAdder;

/** Counts what went wrong with values. */
final class TroubleCounts {
  final LongAdder overflowed = new LongAdder();
  final LongAdder skipped = new LongAdder();
  final LongAdder failures = new LongAdder();

  void add(TroubleCounts more) {
    overflowed.add(more.overflowed.sum());
    skipped.add(more.skipped.sum());
    failures.add(more.failures.sum());
  }
}
