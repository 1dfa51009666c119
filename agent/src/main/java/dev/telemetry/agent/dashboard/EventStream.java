package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.http.HttpAnswer;
import dev.telemetry.agent.http.HttpRequest;
import dev.telemetry.agent.report.EventLine;
import dev.telemetry.agent.report.EventTap;
import dev.telemetry.agent.report.TappedEvent;
import dev.telemetry.bus.Bus;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Shows one client events as they pass, as many as somebody can look at: what comes faster is
 * counted. Nobody listens on the bus once the client has gone. For one thread.
 */
final class EventStream {
  private static final String PATTERN = "pattern=";
  private static final String ALL = "**";
  private static final int BAD_REQUEST = 400;
  private static final int MOST_AT_ONCE = 25;
  private static final long PAUSE_MILLIS = 500;
  private static final int QUIET_TURNS = 2;

  private final Running dashboard;
  private final OutputStream out;
  private final EventLine line = new EventLine(true, Collections.emptyList());
  private int quiet;

  private EventStream(Running dashboard, OutputStream out) {
    this.dashboard = dashboard;
    this.out = out;
  }

  /** Answers a request, which may name a pattern of events. */
  static void answer(Running dashboard, Bus bus, HttpRequest request, HttpAnswer answer)
      throws IOException {
    LongAdder dropped = new LongAdder();
    EventTap tap = new EventTap(bus, dashboard.tapName(), MOST_AT_ONCE, dropped::increment);
    try {
      tap.open(Collections.singleton(pattern(request.query())));
    } catch (IllegalArgumentException malformed) {
      answer.text(BAD_REQUEST, String.valueOf(malformed.getMessage()));
      return;
    }
    try {
      new EventStream(dashboard, answer.stream("text/event-stream")).run(tap, dropped);
    } finally {
      tap.close();
    }
  }

  private static String pattern(@Nullable String query) throws IOException {
    return query == null || !query.startsWith(PATTERN)
        ? ALL
        : URLDecoder.decode(query.substring(PATTERN.length()), StandardCharsets.UTF_8.name());
  }

  private void run(EventTap tap, LongAdder dropped) throws IOException {
    try {
      while (!dashboard.hasEnded()) {
        turn(tap, dropped);
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void turn(EventTap tap, LongAdder dropped) throws IOException {
    StringBuilder data = new StringBuilder();
    tap.drain(event -> data.append("data: ").append(text(event)).append("\n\n"));
    long more = dropped.sumThenReset();
    if (more > 0) {
      data.append("event: more\ndata: ").append(more).append("\n\n");
    }
    if (data.length() == 0 && ++quiet % QUIET_TURNS == 0) {
      data.append(": alive\n\n"); // else nobody would notice that the client has gone
    }
    out.write(data.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** What an application puts into an event may not like to be shown. */
  private String text(TappedEvent event) {
    try {
      return line.line(event);
    } catch (RuntimeException | LinkageError | StackOverflowError unshown) {
      return "{\"event\":\"" + event.name() + "\",\"unshown\":true}";
    }
  }
}
