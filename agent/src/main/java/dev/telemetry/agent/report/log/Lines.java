package dev.telemetry.agent.report.log;

import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.LossReason;

/** Writes lines and counts what becomes of each. For the reporter's one thread. */
final class Lines {
  private final LineOutput output;
  private final Deliveries deliveries;
  private boolean begun;

  Lines(LineOutput output, Deliveries deliveries) {
    this.output = output;
    this.deliveries = deliveries;
  }

  /** Writes a line. */
  void print(String line) {
    if (!begun) {
      begun = true;
      output.begin();
    }
    LossReason lost = output.write(line);
    if (lost == null) {
      deliveries.sent(1);
    } else {
      deliveries.lost(lost, 1);
    }
  }

  /** Those that belong together are through. */
  void end() {
    begun = false;
  }

  /** Writes no more. */
  void close() {
    output.close();
  }
}
