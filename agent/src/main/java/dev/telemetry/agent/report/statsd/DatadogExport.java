package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.EventTap;
import dev.telemetry.agent.report.Export;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.TappedEvent;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Sends events and service checks that rules make of the events of the bus. */
final class DatadogExport implements Export {
  private final EventTap tap;
  private final DatagramBatch batch;
  private final Runnable close;
  private final Deliveries deliveries;
  private Map<String, List<DatadogRule>> rules = Collections.emptyMap();

  /**
   * Takes what it works with; {@link #rules} says what it does.
   *
   * @param close run at the end
   */
  DatadogExport(EventTap tap, DatagramBatch batch, Runnable close, Deliveries deliveries) {
    this.tap = tap;
    this.batch = batch;
    this.close = close;
    this.deliveries = deliveries;
  }

  /** Sets the rules by the name of an event; before {@link #begin}. Returns this. */
  DatadogExport rules(Map<String, List<DatadogRule>> byEvent) {
    rules = byEvent;
    return this;
  }

  @Override
  public void begin() {
    tap.open(rules.keySet());
  }

  @Override
  public void export(long nanos) {
    tap.drain(event -> add(event, nanos));
    batch.flush();
  }

  private void add(TappedEvent event, long nanos) {
    for (DatadogRule rule : rules.getOrDefault(event.name(), Collections.emptyList())) {
      try {
        String line = rule.line(event, nanos);
        if (line != null) {
          batch.add(line, 1);
        }
      } catch (DatadogRule.OverTheLimitException tooMany) {
        deliveries.lost(LossReason.OVER_THE_LIMIT, 1);
      } catch (RuntimeException | LinkageError failure) {
        // a value whose text is foreign code
        deliveries.lost(LossReason.UNREADABLE_EVENT, 1);
      }
    }
  }

  /** Sends what has passed by then. */
  @Override
  public void close() {
    tap.close();
    export(System.nanoTime());
    close.run();
  }
}
