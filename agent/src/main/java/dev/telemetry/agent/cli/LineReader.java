package dev.telemetry.agent.cli;

/** Reads one line of a datagram by the rules of one flavor. */
interface LineReader {

  /**
   * Reads a line, whatever it holds.
   *
   * @param text neither empty nor with a line end
   */
  Line read(String text);
}
