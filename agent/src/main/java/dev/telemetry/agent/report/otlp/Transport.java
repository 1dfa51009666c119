package dev.telemetry.agent.report.otlp;

import java.io.IOException;

/** Brings requests to a server. Used by one thread. */
interface Transport {

  /**
   * Sends a request and waits for its answer, no longer than its timeout.
   *
   * @param message protobuf
   * @throws Unanswered where the server may have taken the request all the same
   * @throws IOException where no answer came, for a reason that its class and message tell
   */
  HttpAnswer post(byte[] message) throws IOException;

  /** Gives back what it holds. */
  default void close() {}
}
