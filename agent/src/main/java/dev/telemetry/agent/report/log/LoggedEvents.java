package dev.telemetry.agent.report.log;

import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.EventLine;
import dev.telemetry.agent.report.EventTap;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.RateLimit;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.TappedEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prints the events that the user wants to see. For the reporter's one thread. */
final class LoggedEvents {
  static final int MOST_WAITING = 10_000;

  private final List<String> patterns;
  private final EventLine format;
  private final RateLimit limit;
  private final EventTap tap;
  private final Deliveries deliveries;
  private final Lines lines;

  LoggedEvents(LogConfig config, ReporterContext context, Lines lines) {
    patterns = config.events();
    format = config.eventLine();
    limit = config.newLimit();
    tap = context.tap(LogReporterFactory.NAME, MOST_WAITING);
    deliveries = context.deliveries(LogReporterFactory.NAME);
    this.lines = lines;
  }

  /** Tells whether there is none to be printed. */
  boolean none() {
    return patterns.isEmpty();
  }

  /** Begins to take events, if there are any to take. */
  void open() {
    tap.open(patterns);
  }

  /** Prints what has passed since the last time, oldest first. */
  void print() {
    tap.drain(this::print);
  }

  /** The limit is about when events passed, not about when they are printed. */
  private void print(TappedEvent event) {
    if (!limit.admits(TimeUnit.MILLISECONDS.toNanos(event.epochMillis()))) {
      deliveries.lost(LossReason.OVER_THE_LIMIT, 1);
      return;
    }
    String line = line(event);
    if (line == null) {
      deliveries.lost(LossReason.UNREADABLE_EVENT, 1);
    } else {
      lines.print(line);
    }
  }

  /** Returns null where the text of a value, which is foreign code, throws. */
  private @Nullable String line(TappedEvent event) {
    try {
      return format.line(event);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      return null;
    }
  }

  /** Takes no more, and prints those that have passed by then. */
  void close() {
    tap.close();
    print();
  }
}
