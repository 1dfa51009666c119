package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import org.jspecify.annotations.Nullable;

/** Makes one kind of reporter from its section of the configuration. */
public interface ReporterFactory {

  /** Returns the key under {@code reporters}. */
  String name();

  /**
   * Reads the section and makes a reporter that is not started.
   *
   * @param section {@code reporters.} and the name; may hold nothing
   * @return null where the section is wrong, which its errors tell
   */
  @Nullable Reporter create(ConfigNode section, ReporterContext context);
}
