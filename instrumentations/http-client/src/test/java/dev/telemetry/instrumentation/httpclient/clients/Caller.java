package dev.telemetry.instrumentation.httpclient.clients;

/** One way to call by one client, inside of a loader that has that client in one version. */
public interface Caller extends AutoCloseable {
  /** How long {@link #impatient} waits; the server takes longer. */
  int PATIENCE_MILLIS = 200;

  /** Calls, reads the answer, and returns its status. */
  int get(String url) throws Exception;

  /** Calls and waits for an answer no longer than {@link #PATIENCE_MILLIS}. */
  int impatient(String url) throws Exception;

  /**
   * Calls and cancels the call.
   *
   * @param reached waits until the server has the request
   */
  void cancelled(String url, Runnable reached) throws Exception;

  /** Returns the path that this client asks for twice of its own accord. */
  String repeated();

  @Override
  void close();
}
