package dev.telemetry.agent.report.statsd;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.UnixDatagrams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The section {@code reporters.datadog}, beside {@code reporters.statsd}. Immutable. */
final class DatadogConfig {
  private final StatsdConfig statsd;
  private final Map<String, List<DatadogRule>> rules = new LinkedHashMap<>();

  private DatadogConfig(StatsdConfig statsd) {
    this.statsd = statsd;
  }

  /**
   * Reads the section; null where it, or that of statsd, is wrong.
   *
   * @param datagrams null where no extension brings them
   */
  static @Nullable DatadogConfig read(
      ConfigNode node, GlobalTags tags, @Nullable UnixDatagrams datagrams) {
    ConfigNode beside = node.sibling(StatsdReporterFactory.NAME);
    StatsdConfig statsd = beside.failed() ? null : StatsdConfig.read(beside, tags, datagrams);
    if (statsd == null || !statsd.isDatadog()) {
      node.rejectKey("expected beside reporters.statsd with flavor: datadog, whose socket it uses");
      return null;
    }
    DatadogConfig config = new DatadogConfig(statsd);
    node.child("events", "Events that become events of Datadog.")
        .items()
        .forEach(config::readEvent);
    node.child("service-checks", "Events that become service checks.")
        .items()
        .forEach(config::readCheck);
    node.rejectUnread();
    return node.failed() ? null : config;
  }

  private void readEvent(ConfigNode item) {
    List<String> names = DatadogRule.eventNames(item);
    add(names, EventRule.read(item, statsd.globalTags()));
  }

  private void readCheck(ConfigNode item) {
    List<String> names = DatadogRule.eventNames(item);
    add(names, CheckRule.read(item, statsd));
  }

  private void add(List<String> names, @Nullable DatadogRule rule) {
    if (rule != null) {
      names.forEach(name -> rules.computeIfAbsent(name, first -> new ArrayList<>()).add(rule));
    }
  }

  /** Returns where and how lines are sent. */
  StatsdConfig statsd() {
    return statsd;
  }

  /** Returns the rules by the name of an event; a rule that is about several is one object. */
  Map<String, List<DatadogRule>> newRules() {
    Map<DatadogRule, DatadogRule> fresh = new LinkedHashMap<>();
    Map<String, List<DatadogRule>> copies = new LinkedHashMap<>();
    rules.forEach(
        (name, list) -> {
          List<DatadogRule> copy = new ArrayList<>();
          list.forEach(rule -> copy.add(fresh.computeIfAbsent(rule, DatadogRule::fresh)));
          copies.put(name, copy);
        });
    return copies;
  }

  @Override
  public String toString() {
    return statsd.endpoint().toString();
  }
}
