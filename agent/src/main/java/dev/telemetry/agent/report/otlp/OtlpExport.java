package dev.telemetry.agent.report.otlp;

import dev.telemetry.agent.log.AgentLog;
import dev.telemetry.agent.metrics.Metric;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.report.Export;
import dev.telemetry.agent.report.LossReason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads all series, and sends a point for each in as many requests as it takes. */
final class OtlpExport implements Export {
  static final LossReason GONE =
      new LossReason(
          "series gone",
          "a series was taken away while the server took nothing, and could not be told within"
              + " five minutes",
          "see in the log why the server did not answer");

  private static final long GONE_STAYS = TimeUnit.MINUTES.toNanos(5);

  private final SeriesRegistry registry;
  private final boolean steps;
  private final Delivery delivery;
  private final AgentLog log;
  private final UnixClock clock;
  private final Map<Series, SeriesCursor> cursors = new HashMap<>();

  /** Read last, since 1970: what was not there then has begun since. */
  private long before;

  private long round;

  /**
   * Makes an export; series that are not there yet begin now.
   *
   * @param steps whether what can be told by steps is
   */
  OtlpExport(SeriesRegistry registry, boolean steps, Delivery delivery, UnixClock clock) {
    this.registry = registry;
    this.steps = steps;
    this.delivery = delivery;
    this.log = delivery.log();
    this.clock = clock;
    before = clock.next();
  }

  @Override
  public void follow(@Nullable Export ended) {
    if (ended instanceof OtlpExport) {
      OtlpExport last = (OtlpExport) ended;
      delivery.follow(last.delivery);
      last.cursors.forEach((series, cursor) -> cursorOf(series).follow(cursor));
    } else {
      registry.forEach(this::skip);
    }
  }

  private void skip(Series series) {
    try {
      cursorOf(series).skip(before);
    } catch (RuntimeException | LinkageError unreadable) {
      cursors.remove(series);
    }
  }

  @Override
  public void export(long nanos) {
    round++;
    long now = clock.next();
    Map<Metric, List<SeriesPoint>> points = new LinkedHashMap<>();
    registry.forEachOf(
        OtlpReporterFactory.NAME,
        series -> {
          SeriesCursor cursor = cursorOf(series);
          cursor.seen(round);
          add(points, cursor, now);
        });
    cursors.values().removeIf(cursor -> !cursor.seenIn(round) && isOver(cursor, nanos));
    cursors.values().forEach(cursor -> addIfGone(points, cursor, now));
    before = now;
    send(points.values());
  }

  private void addIfGone(Map<Metric, List<SeriesPoint>> points, SeriesCursor cursor, long now) {
    if (!cursor.seenIn(round)) {
      add(points, cursor, now);
    }
  }

  /** One that is gone stays until it has arrived, but not for ever: more may go meanwhile. */
  private boolean isOver(SeriesCursor cursor, long nanos) {
    if (!isOwing(cursor)) {
      return true;
    }
    boolean over = nanos - cursor.goneSince(nanos) > GONE_STAYS;
    if (over) {
      delivery.deliveries().lost(GONE, 1);
    }
    return over;
  }

  private static boolean isOwing(SeriesCursor cursor) {
    try {
      return cursor.isOwing();
    } catch (RuntimeException | LinkageError unreadable) {
      return false;
    }
  }

  private void add(Map<Metric, List<SeriesPoint>> points, SeriesCursor cursor, long now) {
    try {
      SeriesPoint point = cursor.point(now);
      if (point != null) {
        points.computeIfAbsent(point.metric(), first -> new ArrayList<>()).add(point);
      }
    } catch (RuntimeException | LinkageError failure) {
      // a value that is observed elsewhere, by foreign code
      delivery.deliveries().lost(LossReason.UNREADABLE, 1);
      log.failure("otlp: cannot read " + cursor.series().metric(), failure);
    }
  }

  /** Stops where the server cannot take more now: what is left is part of the next points. */
  private void send(Collection<List<SeriesPoint>> points) {
    if (!delivery.sendAgain(points.stream().mapToInt(List::size).sum())) {
      return;
    }
    MetricsRequest request = new MetricsRequest(delivery.resource(), steps);
    for (List<SeriesPoint> ofMetric : points) {
      for (SeriesPoint point : ofMetric) {
        if (request.isFull()) {
          if (!delivery.send(request)) {
            return;
          }
          request = new MetricsRequest(delivery.resource(), steps);
        }
        request.add(point);
      }
    }
    if (!request.isEmpty()) {
      delivery.send(request);
    }
  }

  private SeriesCursor cursorOf(Series series) {
    return cursors.computeIfAbsent(series, first -> new SeriesCursor(first, steps, before));
  }

  @Override
  public long due(long regular) {
    return delivery.due(regular);
  }

  @Override
  public void close() {
    delivery.close();
  }
}
