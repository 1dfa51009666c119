package dev.telemetry.instrumentation.httpclient.call;

import java.io.InterruptedIOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Tells a call that ran out of time, or was given up, from one that failed. */
final class Outcome {
  private Outcome() {}

  /** Returns {@code timeout} or {@code cancelled}; null for any other failure. */
  static @Nullable String of(Throwable thrown) {
    for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
      String name = type.getName();
      if (name.endsWith("TimeoutException")) {
        return HttpClientEvents.TIMEOUT;
      }
      if (name.endsWith(".CancellationException") || name.endsWith(".RequestAbortedException")) {
        return HttpClientEvents.CANCELLED;
      }
    }
    // OkHttp has no class of its own for a call that took too long in all
    return thrown instanceof InterruptedIOException && "timeout".equals(thrown.getMessage())
        ? HttpClientEvents.TIMEOUT
        : null;
  }

  /** Returns what a future has wrapped. */
  static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown.getCause();
    boolean wrapper = thrown instanceof CompletionException || thrown instanceof ExecutionException;
    return wrapper && cause != null ? cause : thrown;
  }
}
