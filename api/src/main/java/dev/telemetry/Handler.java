package dev.telemetry;

/**
 * Receives events on the thread that emits them.
 *
 * <p>Must be fast and thread-safe; handlers of one event run in no promised order. Whatever it
 * throws stays away from the emitter, see {@link Telemetry#attachMany(String, java.util.Collection,
 * Handler, OnFailure)}.
 */
@FunctionalInterface
public interface Handler {

  /**
   * Called once for each event.
   *
   * @param event the event's full name, such as {@code http.server.request.stop}
   * @param measurements the numbers; valid after this call returns
   * @param metadata what the event was about; valid after this call returns
   * @throws Exception anything; the handler is then treated by its {@link OnFailure} policy
   */
  void handle(String event, Measurements measurements, Metadata metadata) throws Exception;
}
