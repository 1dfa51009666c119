package dev.telemetry.agent.report.statsd;

/** Where packets of lines go. */
interface Transport {

  /**
   * Sends or loses a packet, and counts which. Never throws, never waits for long.
   *
   * @param bytes used again after the call
   * @param lines how many lines it holds
   */
  void send(byte[] bytes, int length, int lines);

  /** Gives back what is open; a later {@link #send} opens it anew. */
  void close();
}
