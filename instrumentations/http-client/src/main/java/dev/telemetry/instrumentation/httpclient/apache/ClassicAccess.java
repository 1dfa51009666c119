package dev.telemetry.instrumentation.httpclient.apache;

import dev.telemetry.instrumentation.httpclient.call.CallTarget;
import org.jspecify.annotations.Nullable;

/** What is asked of a client that its caller waits for, 4 or 5. Thread-safe. */
public interface ClassicAccess {

  /**
   * Returns what a request is for.
   *
   * @param host that of the client, where it knows it already
   */
  CallTarget target(@Nullable Object host, Object request);

  /** Returns a response's status. */
  int status(Object response);

  /** Tells whether the application has aborted a request. */
  boolean isAborted(Object request);
}
