package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.http.HttpAnswer;
import dev.telemetry.agent.http.HttpRequest;
import dev.telemetry.agent.json.JsonWriter;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.bus.Bus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A dashboard that is on: its recording, and the answers that come out of it. Thread-safe. */
final class Running {
  private static final String LINES = "application/x-ndjson";
  private static final String STREAM = "text/event-stream";

  /** Tells this recording from those of other processes at the same address. */
  private final long start = System.currentTimeMillis();

  private final AtomicLong taps = new AtomicLong();
  private final Bus bus;
  private final Recorder recorder;
  private volatile DashboardSection section;
  private volatile boolean ended;

  Running(Bus bus, SeriesRegistry registry, DashboardSection section) {
    this.bus = bus;
    this.section = section;
    recorder = new Recorder(registry);
  }

  void section(DashboardSection now) {
    section = now;
  }

  DashboardSection section() {
    return section;
  }

  void record() {
    recorder.record();
  }

  /** Ends the streams. */
  void end() {
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  long start() {
    return start;
  }

  /** Returns a name that no other tap has. */
  String tapName() {
    return "dashboard-" + taps.incrementAndGet();
  }

  History history() {
    return recorder.history();
  }

  /** A line with all series, then all frames as a line each. */
  void answerHistory(HttpRequest request, HttpAnswer answer) throws IOException {
    JsonWriter json = new JsonWriter().object().number("start", start);
    recorder.write(json);
    section.write(json);
    OutputStream body = answer.body(LINES);
    body.write((json.endObject() + "\n").getBytes(StandardCharsets.UTF_8));
    history().forEachAfter(0, (number, bytes, offset, length) -> body.write(bytes, offset, length));
    body.close();
  }

  /** The frames as they come, after the one that the client knows. */
  void answerLive(HttpRequest request, HttpAnswer answer) throws IOException {
    new FrameStream(this, answer.stream(STREAM)).run(Position.of(request));
  }

  /** The events as they pass. */
  void answerEvents(HttpRequest request, HttpAnswer answer) throws IOException {
    EventStream.answer(this, bus, request, answer);
  }
}
