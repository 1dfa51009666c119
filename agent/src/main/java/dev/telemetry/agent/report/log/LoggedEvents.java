package dev.telemetry.agent.report.log;

import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.EventLine;
import dev.telemetry.agent.report.EventTap;
import dev.telemetry.agent.report.RateLimit;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.TappedEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Prints the events that the user wants to see. For the reporter's one thread. */
final class LoggedEvents {
  static final int MOST_WAITING = 10_000;
  static final String OVER_THE_LIMIT = "over the limit";
  static final String UNREADABLE = "unreadable event";

  private final List<String> patterns;
  private final EventLine format;
  private final RateLimit limit;
  private final EventTap tap;
  private final Deliveries deliveries;
  private final Consumer<String> out;

  LoggedEvents(LogConfig config, ReporterContext context, Consumer<String> out) {
    patterns = config.events();
    format = config.eventLine();
    limit = config.newLimit();
    tap = new EventTap(context, LogReporterFactory.NAME, MOST_WAITING);
    deliveries = context.deliveries(LogReporterFactory.NAME);
    this.out = out;
  }

  /** Begins to take events, if there are any to take. */
  void open() {
    if (!patterns.isEmpty()) {
      tap.open(patterns);
    }
  }

  /** Prints what has passed since the last time, oldest first. */
  void print() {
    tap.drain(this::print);
  }

  /** The limit is about when events passed, not about when they are printed. */
  private void print(TappedEvent event) {
    if (!limit.admits(TimeUnit.MILLISECONDS.toNanos(event.epochMillis()))) {
      deliveries.lost(OVER_THE_LIMIT, 1);
      return;
    }
    try {
      out.accept(format.line(event));
      deliveries.sent(1);
    } catch (RuntimeException | LinkageError | StackOverflowError failure) {
      // a value whose text is foreign code
      deliveries.lost(UNREADABLE, 1);
    }
  }

  /** Takes no more. */
  void close() {
    tap.close();
  }
}
