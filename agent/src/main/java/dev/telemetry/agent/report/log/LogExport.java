package dev.telemetry.agent.report.log;

import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Export;
import dev.telemetry.agent.report.SeriesChanges;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints the series that changed, by name. */
final class LogExport implements Export {
  private final SeriesChanges changes;
  private final LineFormat format;
  private final Consumer<String> out;
  private final Deliveries deliveries;
  private @Nullable LoggedEvents events;

  LogExport(
      SeriesRegistry registry, LineFormat format, Consumer<String> out, Deliveries deliveries) {
    changes = new SeriesChanges(registry, LogReporterFactory.NAME, deliveries);
    this.format = format;
    this.out = out;
    this.deliveries = deliveries;
  }

  /** Sets what else is printed, before the series; before {@link #begin}. */
  void events(LoggedEvents logged) {
    events = logged;
  }

  @Override
  public void begin() {
    if (events != null) {
      events.open();
    }
  }

  @Override
  public void close() {
    if (events != null) {
      events.close();
    }
  }

  @Override
  public void follow(@Nullable Export before) {
    changes.follow(before instanceof LogExport ? ((LogExport) before).changes : null);
  }

  @Override
  public void export(long nanos) {
    if (events != null) {
      events.print();
    }
    List<String> lines = new ArrayList<>();
    changes.read(change -> lines.add(format.line(change)), gone -> {});
    Collections.sort(lines);
    lines.forEach(out);
    deliveries.sent(lines.size());
  }
}
