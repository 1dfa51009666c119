package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Export;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.OwnMetrics;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends what came since the last time: steps of counters and sums, gauges, single values.
 *
 * <p>It is the one that drains the registry's single values.
 */
final class StatsdExport implements Export {
  private final SeriesRegistry registry;
  private final StatsdConfig config;
  private final DatagramBatch batch;
  private final Runnable close;
  private final AgentLog log;
  private final Flavor flavor;
  private final Map<Series, SeriesCursor> cursors = new HashMap<>();
  private Deliveries deliveries = new Deliveries();
  private long flushes;

  /**
   * Begins to collect single values at once, so that none of the first is missed.
   *
   * @param close run at the end
   */
  StatsdExport(SeriesRegistry registry, StatsdConfig config, DatagramBatch batch, Runnable close) {
    this.registry = registry;
    this.config = config;
    this.batch = batch;
    this.close = close;
    log = batch.log();
    flavor = config.newFlavor();
    registry.samples(true);
  }

  /** Counts there what cannot be read. Returns this. */
  StatsdExport counting(Deliveries losses) {
    deliveries = losses;
    return this;
  }

  @Override
  public void follow(@Nullable Export before) {
    if (before instanceof StatsdExport) {
      ((StatsdExport) before).cursors.forEach((series, cursor) -> cursorOf(series).follow(cursor));
    } else {
      registry.forEach(this::skip);
    }
  }

  private void skip(Series series) {
    try {
      cursorOf(series).skip();
    } catch (RuntimeException | LinkageError unreadable) {
      cursors.remove(series);
    }
  }

  @Override
  public void export(long nanos) {
    flushes++;
    registry.drain(this::addValue);
    registry.forEachOf(StatsdReporterFactory.NAME, series -> addChange(series, nanos));
    cursors.entrySet().removeIf(each -> isGone(each.getKey(), each.getValue()));
    batch.flush();
  }

  private void addValue(Series series, double value, long count) {
    if (!isMine(series) || Double.isNaN(value) || Double.isInfinite(value)) {
      return;
    }
    cursorOf(series).addValue(batch, value, count);
  }

  private void addChange(Series series, long nanos) {
    if (!isWanted(series)) {
      return;
    }
    SeriesCursor cursor = cursorOf(series);
    cursor.seen(flushes);
    cursor.closeLine(batch);
    read(series, () -> cursor.addChange(batch, nanos));
  }

  private void read(Series series, Runnable reading) {
    try {
      reading.run();
    } catch (RuntimeException | LinkageError failure) {
      // a value that is observed elsewhere, by foreign code
      deliveries.lost(LossReason.UNREADABLE, 1);
      log.failure("statsd: cannot read " + series.metric(), failure);
    }
  }

  private boolean isGone(Series series, SeriesCursor cursor) {
    boolean gone = !cursor.seenIn(flushes);
    if (gone) {
      cursor.closeLine(batch);
      tellLast(series, cursor);
    }
    return gone;
  }

  private void tellLast(Series series, SeriesCursor cursor) {
    if (isMine(series) && isWanted(series)) {
      read(series, () -> cursor.addLastSteps(batch));
    }
  }

  private boolean isWanted(Series series) {
    return config.ownMetrics() || !OwnMetrics.have(series);
  }

  private static boolean isMine(Series series) {
    return series.metric().goesTo(StatsdReporterFactory.NAME);
  }

  private SeriesCursor cursorOf(Series series) {
    // asked for each value: a function that binds this would be made each time
    SeriesCursor cursor = cursors.get(series);
    if (cursor == null) {
      cursor = new SeriesCursor(series, flavor, config);
      cursors.put(series, cursor);
    }
    return cursor;
  }

  @Override
  public void close() {
    registry.samples(false);
    close.run();
  }
}
