package dev.telemetry.instrumentation.servlet.containers;

/** A servlet container with the test's application at {@code /app}. */
public interface Server {

  /** Starts it on a free port of this host and returns the port. */
  int start() throws Exception;

  /** Stops it. */
  void stop() throws Exception;
}
