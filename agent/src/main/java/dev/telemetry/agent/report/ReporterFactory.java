package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one kind of reporter from its section of the configuration. */
public interface ReporterFactory {

  /** Returns the key under {@code reporters}. */
  String name();

  /** Tells whether the reporter runs where nobody has asked for it, unless switched off. */
  default boolean unasked() {
    return false;
  }

  /** Returns the keys of other reporters whose sections this one reads too. */
  default List<String> alsoReads() {
    return Collections.emptyList();
  }

  /** Returns what the reporter does, for the generated documentation. */
  default String sentence() {
    return "A reporter of an extension.";
  }

  /** Returns what its reporters may lose things for, for the generated documentation. */
  default List<LossReason> losses() {
    return Collections.emptyList();
  }

  /**
   * Reads the section; opens and starts nothing, because the reporter that runs may stay.
   *
   * @param section {@code reporters.} and the name; may hold nothing
   * @param globalTags the tags of every metric
   * @return makes a reporter that is not started; null where the section is wrong, which its errors
   *     tell
   */
  @Nullable Function<ReporterContext, Reporter> read(ConfigNode section, GlobalTags globalTags);
}
