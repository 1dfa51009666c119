package dev.telemetry.instrumentation.servlet;

import org.jspecify.annotations.Nullable;

/** How one request came to its end, as far as it was told. */
final class Outcome {
  /** The container gave up waiting for it, and the application has not answered since. */
  boolean timedOut;

  /** The container told of a failure. */
  boolean failed;

  private @Nullable Throwable thrown;

  /** Forgets all of it. */
  void clear() {
    timedOut = false;
    failed = false;
    thrown = null;
  }

  /** Takes what was thrown; the first one is the cause of the others. */
  void thrown(ServletAccess access, Throwable failure) {
    if (thrown == null) {
      thrown = access.unwrapped(failure);
    }
  }

  /** Returns what was thrown, where it counts as a failure. */
  @Nullable Throwable failure(FailureRules rules) {
    return thrown != null && rules.isFailure(thrown) ? thrown : null;
  }

  @Nullable String errorType(FailureRules rules, @Nullable Integer status) {
    return rules.errorType(thrown, timedOut, failed, status);
  }

  /** A container sets the status of a failure only after the last filter is left. */
  int status(ServletAccess access, Object response) {
    int status = access.status(response);
    if ((!failed && thrown == null)
        || status >= HttpTerms.CLIENT_ERROR
        || access.isCommitted(response)) {
      return status;
    }
    return thrown == null ? HttpTerms.SERVER_ERROR : access.statusFor(thrown);
  }
}
