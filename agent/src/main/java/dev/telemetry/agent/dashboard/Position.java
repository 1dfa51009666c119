package dev.telemetry.agent.dashboard;

import dev.telemetry.agent.http.HttpRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far a client has come: which recording it follows, and the last frame it has. Immutable. */
final class Position {
  private static final Pattern WRITTEN = Pattern.compile("(?:after=)?(\\d{1,15})-(\\d{1,15})");
  private static final Position NONE = new Position(-1, -1);

  private final long start;
  private final long frame;

  private Position(long start, long frame) {
    this.start = start;
    this.frame = frame;
  }

  /** Reads it from the header {@code Last-Event-ID}, else from the query. */
  static Position of(HttpRequest request) {
    String last = request.header("Last-Event-ID");
    return parse(last == null ? request.query() : last);
  }

  static Position parse(@Nullable String text) {
    Matcher written = WRITTEN.matcher(text == null ? "" : text);
    return written.matches()
        ? new Position(Long.parseLong(written.group(1)), Long.parseLong(written.group(2)))
        : NONE;
  }

  /** Returns the form that {@link #parse} reads. */
  static String text(long start, long frame) {
    return start + "-" + frame;
  }

  /** Tells whether frames can follow without a gap. */
  boolean isIn(long recording, History history) {
    return start == recording && frame >= history.oldest() - 1 && frame <= history.newest();
  }

  /** Returns the number of the last frame that the client has. */
  long frame() {
    return frame;
  }
}
