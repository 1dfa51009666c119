package dev.telemetry.instrumentation.httpclient.apache;

import dev.telemetry.instrumentation.httpclient.call.CallTarget;

/** What is asked of a client that nobody waits for. Thread-safe. */
public interface AsyncAccess {

  /** Returns what a request is for; the scope is that of its execution. */
  CallTarget target(Object request, Object scope);

  /** Returns what the application waits for: the same object through retries and redirects. */
  Object future(Object scope);

  /** Returns the context that responses are put into. */
  Object context(Object scope);

  /** Returns the status of the last response in a context; 0 where there is none. */
  int status(Object context);
}
