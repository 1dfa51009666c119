package dev.telemetry.agent.report.log;

import dev.telemetry.agent.report.LossReason;
import org.jspecify.annotations.Nullable;

/** Where lines go. For one thread. */
interface LineOutput {

  /** Gets ready for some lines; never throws. */
  default void begin() {}

  /**
   * Writes a line; never throws.
   *
   * @return null, or the reason for which it is lost
   */
  @Nullable LossReason write(String line);

  /** Gives back what it holds; the last call. */
  default void close() {}
}
