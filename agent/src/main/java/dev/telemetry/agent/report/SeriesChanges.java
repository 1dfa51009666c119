package dev.telemetry.agent.report;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What came to the series of one reporter between one reading and the next. For one thread. */
public final class SeriesChanges {
  private final SeriesRegistry registry;
  private final String reporter;
  private final Deliveries deliveries;
  private final Map<Series, SeriesLook> looks = new HashMap<>();
  private long round;

  /**
   * Begins with everything that was counted.
   *
   * @param reporter the name by which metrics say who gets them
   * @param deliveries counts the series that can't be read
   */
  public SeriesChanges(SeriesRegistry registry, String reporter, Deliveries deliveries) {
    this.registry = registry;
    this.reporter = reporter;
    this.deliveries = deliveries;
  }

  /** Goes on where another has stopped; with what comes from now on where there is none. */
  public void follow(@Nullable SeriesChanges before) {
    if (before == null) {
      registry.forEach(series -> look(series, change -> {}));
    } else {
      looks.putAll(before.looks);
    }
  }

  /**
   * Shows what has changed since the last call: of the series that are gone first, for one that is
   * new may have taken the place of one of them.
   *
   * @param gone is given the series that are there no more
   */
  public void read(Consumer<SeriesChange> changed, Consumer<Series> gone) {
    round++;
    registry.forEachOf(reporter, this::seen);
    looks.entrySet().removeIf(look -> isGone(look.getKey(), look.getValue(), changed, gone));
    registry.forEachOf(reporter, series -> look(series, changed));
  }

  private void seen(Series series) {
    SeriesLook look = looks.get(series);
    if (look != null) {
      look.seen(round);
    }
  }

  private boolean isGone(
      Series series, SeriesLook look, Consumer<SeriesChange> changed, Consumer<Series> gone) {
    if (look.isFrom(round)) {
      return false;
    }
    look(series, changed);
    gone.accept(series);
    return true;
  }

  private void look(Series series, Consumer<SeriesChange> changed) {
    SeriesLook look = looks.computeIfAbsent(series, first -> new SeriesLook());
    try {
      SeriesChange change = look.lookAt(series, round);
      if (change != null) {
        changed.accept(change);
      }
    } catch (RuntimeException | LinkageError foreign) {
      // A value that is observed elsewhere cannot be read: the other series are not to suffer.
      deliveries.lost(LossReason.UNREADABLE, 1);
    }
  }
}
