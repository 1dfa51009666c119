package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A reporter as the configuration wants it, not made yet. Immutable.
 *
 * <p>Two that are equal want the same reporter with the same settings and global tags.
 */
public final class ReporterPlan {
  private final String name;
  private final Map<String, String> values;
  private final GlobalTags globalTags;
  private final Function<ReporterContext, Reporter> maker;

  /**
   * Takes what was read.
   *
   * @param section the reporter's, read already
   * @param maker makes a reporter that is not started
   */
  ReporterPlan(
      String name,
      ConfigNode section,
      GlobalTags globalTags,
      Function<ReporterContext, Reporter> maker) {
    this.name = name;
    this.values = new HashMap<>(section.values());
    this.globalTags = globalTags;
    this.maker = maker;
  }

  /** Takes the values of another section that was read too. Returns this. */
  ReporterPlan alsoOf(ConfigNode other) {
    values.putAll(other.values());
    return this;
  }

  /** Returns the reporter's name. */
  public String name() {
    return name;
  }

  /** Makes the reporter, not started. */
  public Reporter create(ReporterContext context) {
    return maker.apply(context);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReporterPlan
        && ((ReporterPlan) other).name.equals(name)
        && ((ReporterPlan) other).values.equals(values)
        && ((ReporterPlan) other).globalTags.asMap().equals(globalTags.asMap());
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
