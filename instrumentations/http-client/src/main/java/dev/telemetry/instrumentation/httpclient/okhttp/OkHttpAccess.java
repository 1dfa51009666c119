package dev.telemetry.instrumentation.httpclient.okhttp;

import dev.telemetry.instrumentation.httpclient.call.CallTarget;

/** What is asked of OkHttp's objects. Thread-safe. */
public interface OkHttpAccess {

  /** Returns what an {@code okhttp3.Call} is for. */
  CallTarget target(Object call);

  /** Returns the status of an {@code okhttp3.Response}. */
  int status(Object response);

  /** Tells whether an {@code okhttp3.Call} was cancelled, by the application or by its time-out. */
  boolean isCancelled(Object call);
}
