package dev.telemetry.agent.dashboard;

import java.io.IOException;

/** Takes frames, oldest first. */
interface FrameConsumer {

  /**
   * Takes one.
   *
   * @param number one more than that of the frame before
   * @param bytes holds the frame's line from {@code offset} on, line feed included; not to be
   *     changed
   */
  void accept(long number, byte[] bytes, int offset, int length) throws IOException;
}
