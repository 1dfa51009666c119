package dev.telemetry.agent.report.prometheus;

import dev.telemetry.agent.config.ConfigNode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.prometheus}; each accessor documents one key. Immutable. */
final class PrometheusConfig {
  private final Set<String> gauges;

  private PrometheusConfig(ConfigNode node) {
    gauges =
        Collections.unmodifiableSet(
            new HashSet<>(
                node.child("gauges", "Sums that may fall, which counters must not.").texts()));
  }

  /** Reads the section; null where it is wrong. */
  static @Nullable PrometheusConfig read(ConfigNode node) {
    PrometheusConfig config = new PrometheusConfig(node);
    node.rejectUnread();
    return node.failed() ? null : config;
  }

  /**
   * {@code gauges}: names of sums that also go down, so that they are gauges; none by default, when
   * each sum is a counter.
   */
  boolean isGauge(String sum) {
    return gauges.contains(sum);
  }
}
