package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.GlobalTags;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.statsd}; each accessor documents one key. Immutable. */
final class StatsdConfig {
  private static final String STANDARD = "standard";
  private static final String DATADOG = "datadog";
  private static final int LARGEST_DATAGRAM = 65_507;

  private final ConfigNode node;
  private final Map<String, String> globalTags;
  private final boolean datadog;
  private final String host;
  private final int port;
  private final String prefix;
  private final long everyNanos;
  private final int mtu;
  private final boolean wholeNumbers;
  private final boolean packing;
  private final boolean distributions;

  private StatsdConfig(ConfigNode node, GlobalTags tags) {
    this.node = node;
    datadog = node.child("flavor").choice(STANDARD, STANDARD, DATADOG).equals(DATADOG);
    host = node.child("host").orVariable("DD_AGENT_HOST").text("127.0.0.1");
    port = node.child("port").orVariable("DD_DOGSTATSD_PORT").integer(1, 65_535, 8125);
    prefix = withoutDot(node.child("prefix").text(""));
    everyNanos = node.child("every").nanos(millis(100), millis(1_000));
    mtu = node.child("mtu").integer(64, LARGEST_DATAGRAM, 1432);
    wholeNumbers =
        !"decimal".equals(node.child("rounding").choice("decimal", "decimal", "integer"));
    packing = datadogOnly("packing").flag(datadog);
    distributions =
        datadogOnly("durations")
            .choice("distribution", "distribution", "histogram")
            .startsWith("d");
    globalTags = node.child("global-tags").flag(datadog) ? tags.asMap() : Collections.emptyMap();
    if (node.child("socket").present()) {
      node.child("socket")
          .rejectKey("expected host and port, sockets are not available in this version");
    }
  }

  /** Reads the section; null where it is wrong. */
  static @Nullable StatsdConfig read(ConfigNode node, GlobalTags tags) {
    StatsdConfig config = new StatsdConfig(node, tags);
    node.rejectUnread();
    return node.failed() ? null : config;
  }

  /**
   * {@code flavor}: {@code standard} (default) for Etsy's statsd and its like, {@code datadog};
   * {@code prefix}: stands before every name and a dot; {@code global-tags}: whether those are
   * sent, by default true for datadog alone, because in the standard flavor they change every name;
   * {@code durations}: for datadog, {@code distribution} (default) or {@code histogram}.
   */
  Flavor newFlavor() {
    return datadog
        ? new DatadogFlavor(prefix, globalTags, distributions)
        : new StandardFlavor(prefix, globalTags);
  }

  /** {@code host}: a name or an address, else {@code DD_AGENT_HOST}, else {@code 127.0.0.1}. */
  String host() {
    return host;
  }

  /** {@code port}: 1 to 65535, else {@code DD_DOGSTATSD_PORT}, else 8125. */
  int port() {
    return port;
  }

  /** {@code every}: how often lines are sent, at least {@code 100ms}; {@code 1s} by default. */
  long everyNanos() {
    return everyNanos;
  }

  /** {@code mtu}: how many bytes a datagram may have; 1432 by default, which no network splits. */
  int mtu() {
    return mtu;
  }

  /**
   * {@code rounding}: {@code decimal} (default; durations to a thousandth of a millisecond) or
   * {@code integer}, half away from zero.
   */
  boolean wholeNumbers() {
    return wholeNumbers;
  }

  /** {@code packing}: for datadog, whether values of a series share a line; true by default. */
  boolean packing() {
    return packing;
  }

  @Override
  public String toString() {
    return host + ":" + port + ", " + (datadog ? DATADOG : STANDARD);
  }

  private ConfigNode datadogOnly(String key) {
    ConfigNode child = node.child(key);
    if (child.present() && !datadog) {
      child.problem("expected only with flavor: datadog");
    }
    return child;
  }

  private static String withoutDot(String prefix) {
    return prefix.endsWith(".") ? prefix.substring(0, prefix.length() - 1) : prefix;
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
