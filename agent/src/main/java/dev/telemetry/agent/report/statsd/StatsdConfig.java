package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.OwnMetrics;
import dev.telemetry.agent.report.UnixDatagrams;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.statsd}; each accessor documents one key. Immutable. */
final class StatsdConfig {
  private static final String STANDARD = "standard";
  private static final String DATADOG = "datadog";
  private static final String TELEGRAF = "telegraf";

  private final ConfigNode node;
  private final Map<String, String> globalTags;
  private final String flavor;
  private final ServerAddress address;
  private final String prefix;
  private final long everyNanos;
  private final long resendNanos;
  private final int mtu;
  private final boolean idleCounters;
  private final boolean ownMetrics;
  private final boolean wholeNumbers;
  private final boolean packing;
  private final boolean distributions;

  private StatsdConfig(ConfigNode node, GlobalTags tags, @Nullable UnixDatagrams datagrams) {
    this.node = node;
    flavor =
        node.child("flavor", "What kind of server it is.")
            .choice(STANDARD, STANDARD, DATADOG, TELEGRAF);
    address = ServerAddress.read(node, datagrams);
    prefix = withoutDot(node.child("prefix", "Stands before every name, and a dot.").text(""));
    everyNanos = node.child("every", "How often lines are sent.").nanos(millis(100), millis(1_000));
    resendNanos =
        node.child("resend", "How often a gauge is sent that has not changed.")
            .nanos(millis(100), millis(10_000));
    mtu =
        node.child("mtu", "How many bytes a packet may have: 1432 over UDP, 8192 for sockets.")
            .integer(64, UdpEndpoint.LONGEST, address.mtu());
    idleCounters =
        node.child("idle-counters", "Whether a counter that did not move is sent as 0.")
            .flag(false);
    ownMetrics = OwnMetrics.read(node);
    wholeNumbers =
        !"decimal"
            .equals(
                node.child(
                        "rounding", "Durations to a thousandth of a millisecond, or whole numbers.")
                    .choice("decimal", "decimal", "integer"));
    packing = datadogOnly("packing", "Whether values of a series share a line.").flag(isDatadog());
    distributions =
        datadogOnly("durations", "Which type durations of a summary have.")
            .choice("distribution", "distribution", "histogram")
            .startsWith("d");
    boolean tagged =
        node.child(
                "global-tags",
                "Whether `tags` and `service` are sent; true for all but the standard flavor.")
            .flag(!flavor.equals(STANDARD));
    globalTags = tagged ? tags.asMap() : Collections.emptyMap();
  }

  /**
   * Reads the section; null where it is wrong.
   *
   * @param datagrams null where no extension brings them
   */
  static @Nullable StatsdConfig read(
      ConfigNode node, GlobalTags tags, @Nullable UnixDatagrams datagrams) {
    StatsdConfig config = new StatsdConfig(node, tags, datagrams);
    node.rejectUnread();
    return node.failed() ? null : config;
  }

  /**
   * {@code flavor}: {@code standard} (default) for Etsy's statsd and its like, {@code datadog},
   * {@code telegraf}; {@code prefix}: stands before every name and a dot; {@code global-tags}:
   * whether those are sent, by default in all flavors but the standard one, where they change every
   * name; {@code durations}: for datadog, {@code distribution} (default) or {@code histogram}.
   */
  Flavor newFlavor() {
    switch (flavor) {
      case DATADOG:
        return new DatadogFlavor(prefix, globalTags, distributions);
      case TELEGRAF:
        return new TelegrafFlavor(prefix, globalTags);
      default:
        return new StandardFlavor(prefix, globalTags);
    }
  }

  /** Tells whether the flavor is the one that has events and service checks. */
  boolean isDatadog() {
    return flavor.equals(DATADOG);
  }

  /** Returns the tags of every line, by key. */
  Map<String, String> globalTags() {
    return globalTags;
  }

  /** {@code host}, {@code port}, {@code socket}: see {@link ServerAddress}. */
  Endpoint endpoint() {
    return address.endpoint(mtu);
  }

  /** {@code every}: how often lines are sent, at least {@code 100ms}; {@code 1s} by default. */
  long everyNanos() {
    return everyNanos;
  }

  /** {@code resend}: how often a gauge is sent that does not change; {@code 10s} by default. */
  long resendNanos() {
    return resendNanos;
  }

  /** {@code idle-counters}: whether one that does not count is sent as 0; false by default. */
  boolean idleCounters() {
    return idleCounters;
  }

  /** {@code own-metrics}: whether the agent's metrics about itself are sent; true by default. */
  boolean ownMetrics() {
    return ownMetrics;
  }

  /**
   * {@code mtu}: how many bytes a packet may have; by default 1432, which no network splits, and
   * for unix sockets 8192, which is what Datadog's agent reads at once.
   */
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
    return address + ", " + flavor;
  }

  private ConfigNode datadogOnly(String key, String sentence) {
    ConfigNode child = node.child(key, sentence);
    if (child.present() && !isDatadog()) {
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
