package dev.telemetry.agent.log;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Writes what the agent has to say, one line a message, behind {@code telemetry: }.
 *
 * <p>The same message is written at most once a minute; the next time it is, it tells how often it
 * was held back. Thread-safe. Nothing that happens here reaches the caller.
 */
public final class AgentLog {
  private static final String PREFIX = "telemetry: ";
  private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);
  private static final int KEPT = 50;
  private static final int MOST_KEPT_LENGTH = 500;
  private static final int REMEMBERED = 256;

  private final PrintStream out;
  private final LongSupplier nanos;
  private final Deque<String> recent = new ArrayDeque<>();
  private final Map<String, Repeats> seen = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Writes to a stream by a clock, as tests do.
   *
   * @param nanos as {@link System#nanoTime()}
   */
  public AgentLog(PrintStream out, LongSupplier nanos) {
    this.out = out;
    this.nanos = nanos;
  }

  /** Writes to the stream that is {@link System#err} now. */
  public static AgentLog stderr() {
    return new AgentLog(System.err, System::nanoTime);
  }

  /** Writes a message as one line, unless the same one was written within a minute. */
  public void say(String message) {
    try {
      int held = admit(message);
      if (held >= 0) {
        String line = oneLine(message) + (held == 0 ? "" : " (" + held + " times more)");
        keep(line);
        out.println(PREFIX + line);
      }
    } catch (Throwable ignored) {
      // There is nowhere left to tell it.
    }
  }

  /**
   * Writes what could not be done and why, by the same rule as {@link #say}.
   *
   * @param message such as {@code statsd: cannot send}
   */
  public void failure(String message, Throwable cause) {
    say(message + ": " + reason(cause));
  }

  /** Writes a line of a regular report, which is never held back. */
  public void report(String line) {
    data(PREFIX + line);
  }

  /** Writes data that machines may read: one line, no prefix, never held back. */
  public void data(String line) {
    try {
      out.println(oneLine(line));
    } catch (Throwable ignored) {
      // There is nowhere left to tell it.
    }
  }

  private void keep(String line) {
    String kept = System.currentTimeMillis() + " " + line;
    synchronized (recent) {
      recent.add(kept.substring(0, Math.min(kept.length(), MOST_KEPT_LENGTH)));
      if (recent.size() > KEPT) {
        recent.remove();
      }
    }
  }

  /**
   * Returns what was {@linkplain #say said} last, oldest first, each behind its time in
   * milliseconds since 1970.
   */
  public List<String> recent() {
    synchronized (recent) {
      return new ArrayList<>(recent);
    }
  }

  /** Returns how often the message was held back since it was last written; -1 to hold it back. */
  private int admit(String message) {
    long now = nanos.getAsLong();
    synchronized (seen) {
      Repeats repeats = seen.get(message);
      if (repeats == null) {
        remember(message, now);
        return 0;
      }
      return repeats.admit(now);
    }
  }

  private void remember(String message, long now) {
    if (seen.size() >= REMEMBERED) {
      seen.remove(seen.keySet().iterator().next());
    }
    seen.put(message, new Repeats(now));
  }

  /** Returns what people are told of a failure: its type and its message. */
  public static String reason(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    try {
      String message = cause.getMessage();
      return message == null || message.isEmpty() ? type : type + ": " + message;
    } catch (Throwable broken) {
      return type;
    }
  }

  /** Returns a text whose line feeds are slashes, so that it is one line. */
  public static String oneLine(String message) {
    return message.replaceAll("\\s*[\r\n]+\\s*", " / ");
  }

  private static final class Repeats {
    private long written;
    private int held;

    Repeats(long now) {
      written = now;
    }

    int admit(long now) {
      if (now - written < PAUSE) {
        held++;
        return -1;
      }
      int told = held;
      written = now;
      held = 0;
      return told;
    }
  }
}
