package dev.telemetry.agent.report.log;

import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Export;
import dev.telemetry.agent.report.OwnMetrics;
import dev.telemetry.agent.report.SeriesChanges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prints the series that changed, by name, and events as they pass. */
final class LogExport implements Export {
  /** Soon enough for whoever watches, and hardly more than nothing for an idle application. */
  private static final long EVENTS_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

  private final SeriesChanges changes;
  private final LineFormat format;
  private final Lines lines;
  private @Nullable LoggedEvents events;
  private boolean ownMetrics = true;

  LogExport(SeriesRegistry registry, LineFormat format, Lines lines, Deliveries deliveries) {
    changes = new SeriesChanges(registry, LogReporterFactory.NAME, deliveries);
    this.format = format;
    this.lines = lines;
  }

  /** Sets what is printed beside the series; before {@link #begin}. */
  void events(LoggedEvents logged) {
    events = logged;
  }

  /** Says whether the agent's metrics about itself are printed; by default they are. */
  void ownMetrics(boolean printed) {
    ownMetrics = printed;
  }

  @Override
  public void begin() {
    if (events != null) {
      events.open();
    }
  }

  @Override
  public long meanwhileEvery() {
    return events == null || events.none() ? 0 : EVENTS_EVERY;
  }

  @Override
  public void meanwhile() {
    if (events != null) {
      events.print();
    }
    lines.end();
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
    List<String> changed = new ArrayList<>();
    String time = Instant.ofEpochMilli(System.currentTimeMillis()).toString();
    changes.read(
        change -> {
          if (ownMetrics || !OwnMetrics.have(change.series())) {
            changed.add(format.line(change, time));
          }
        },
        gone -> {});
    Collections.sort(changed);
    changed.forEach(lines::print);
    lines.end();
  }

  @Override
  public void close() {
    if (events != null) {
      events.close();
    }
    lines.close();
  }
}
