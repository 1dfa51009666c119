package dev.telemetry.instrumentation.websocket;

import org.jspecify.annotations.Nullable;

/**
 * Reads a text as a frame of STOMP, as far as names go: its command, and where its destination
 * stands. By https://stomp.github.io/stomp-specification-1.2.html.
 */
final class StompText {
  static final String CONNECT = "CONNECT";
  static final String SUBSCRIBE = "SUBSCRIBE";
  static final String CONNECTED = "CONNECTED";
  static final String ERROR = "ERROR";

  private static final int SHORTEST = 4;

  private static final String[] COMMANDS = {
    CONNECTED,
    CONNECT,
    "STOMP",
    "SEND",
    SUBSCRIBE,
    "UNSUBSCRIBE",
    "MESSAGE",
    "ACK",
    "NACK",
    "BEGIN",
    "COMMIT",
    "ABORT",
    "DISCONNECT",
    "RECEIPT",
    ERROR
  };

  /** Stands for a line's end that is sent to show that one is still there. */
  private static final String HEARTBEAT = "HEARTBEAT";

  private static final String DESTINATION = "destination:";

  private StompText() {}

  /** Returns the command; null where the text is no such frame. */
  static @Nullable String command(CharSequence text) {
    if (text.length() < SHORTEST) {
      return isHeartbeat(text) ? HEARTBEAT : null;
    }
    int end = endOfLine(text, 0);
    for (String command : COMMANDS) {
      if (end < text.length() && JsonText.isSame(command, text, 0, end)) {
        return command;
      }
    }
    return null;
  }

  private static boolean isHeartbeat(CharSequence text) {
    return text.length() > 0 && text.charAt(text.length() - 1) == '\n' && endOfLine(text, 0) == 0;
  }

  /** Tells whether a server answers such a frame. */
  static boolean isAnswered(String command) {
    return command.equals(CONNECT) || command.equals("STOMP");
  }

  /** Tells whether such a frame is an answer, and not sent because of somebody else. */
  static boolean isAnswer(String command) {
    return command.equals(CONNECTED) || command.equals(ERROR);
  }

  /** Returns the place of the destination, see {@link JsonPointer#find}; NONE without one. */
  static long destination(CharSequence frame) {
    int line = nextLine(frame, 0);
    int end = endOfLine(frame, line);
    while (end > line) {
      int value = line + DESTINATION.length();
      if (end >= value && JsonText.isSame(DESTINATION, frame, line, value)) {
        return ((long) value) << Integer.SIZE | end;
      }
      line = nextLine(frame, end);
      end = endOfLine(frame, line);
    }
    return JsonPointer.NONE;
  }

  /** Returns where a line ends, before the signs that end it. */
  private static int endOfLine(CharSequence text, int from) {
    int at = from;
    int length = Math.min(text.length(), JsonPointer.LOOKED_AT);
    while (at < length && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return Math.min(at, text.length());
  }

  private static int nextLine(CharSequence text, int from) {
    int at = endOfLine(text, from);
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    return Math.min(at + 1, text.length());
  }
}
