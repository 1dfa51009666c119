package dev.telemetry.agent.report.log;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Export;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Prints the series that changed, by name. */
final class LogExport implements Export {
  private final SeriesRegistry registry;
  private final LineFormat format;
  private final Consumer<String> out;
  private final Deliveries deliveries;
  private final Map<Series, SeriesLook> looks = new HashMap<>();
  private long round;

  LogExport(
      SeriesRegistry registry, LineFormat format, Consumer<String> out, Deliveries deliveries) {
    this.registry = registry;
    this.format = format;
    this.out = out;
    this.deliveries = deliveries;
  }

  @Override
  public void follow(@Nullable Export before) {
    if (before instanceof LogExport) {
      ((LogExport) before).looks.forEach(looks::put);
    } else {
      registry.forEach(series -> add(series, new ArrayList<>()));
    }
  }

  @Override
  public void export(long nanos) {
    round++;
    List<String> lines = new ArrayList<>();
    registry.forEachOf(LogReporterFactory.NAME, series -> add(series, lines));
    looks.values().removeIf(look -> !look.isFrom(round));
    Collections.sort(lines);
    lines.forEach(out);
    deliveries.sent(lines.size());
  }

  private void add(Series series, List<String> lines) {
    SeriesLook look = looks.computeIfAbsent(series, first -> new SeriesLook());
    try {
      SeriesChange change = look.lookAt(series, round);
      if (change != null) {
        lines.add(format.line(change));
      }
    } catch (RuntimeException | LinkageError foreign) {
      // A value that is observed elsewhere cannot be read: the other series are not to suffer.
      deliveries.lost("unreadable", 1);
    }
  }
}
