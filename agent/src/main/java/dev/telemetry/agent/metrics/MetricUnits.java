package dev.telemetry.agent.metrics;

import dev.telemetry.agent.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code unit}: a unit, or from which unit of the events to which of the metric. */
final class MetricUnits {
  private final @Nullable String symbol;
  private @Nullable MetricUnit unit;

  MetricUnits(ConfigNode node) {
    symbol = node.isMap() ? converted(node) : named(node);
  }

  /** Returns the unit in UCUM's form; null where none is given. */
  @Nullable String symbol() {
    return symbol;
  }

  /** Returns the metric with the conversion, if there is one. */
  Metric of(Metric metric) {
    return unit == null ? metric : metric.withUnit(unit);
  }

  private static @Nullable String named(ConfigNode node) {
    String name = node.text();
    if (name == null) {
      return null;
    }
    boolean free = name.equals("1") || name.equals("%");
    if (free || (name.startsWith("{") && name.endsWith("}"))) {
      return name;
    }
    MetricUnit known = known(node, name);
    return known == null ? null : known.symbol();
  }

  private static @Nullable MetricUnit known(ConfigNode node, String name) {
    MetricUnit known = MetricUnit.known(name);
    if (known == null) {
      List<String> words = new ArrayList<>(MetricUnit.names());
      words.add("%");
      String expected = "a unit such as second, ms, byte, MiB, %, 1 or {request}";
      node.expected(expected, name, words.toArray(new String[0]));
    }
    return known;
  }

  private @Nullable String converted(ConfigNode node) {
    ConfigNode source = node.child("from", "The unit that the events measure in.");
    ConfigNode target = node.child("to", "The unit that is shown.");
    if (!source.present() || !target.present()) {
      node.problem(
          "expected a unit (in quotes where it has braces),"
              + " or the keys \"from\" and \"to\" with a unit each");
      node.skip();
      return null;
    }
    String from = source.text();
    String to = target.text();
    MetricUnit measured = from == null ? null : known(source, from);
    MetricUnit shown = to == null ? null : known(target, to);
    if (measured == null || shown == null) {
      return null;
    }
    if (!shown.convertsFrom(measured)) {
      node.problem(
          "expected both elements of the unit conversion tuple to represent time or byte units,"
              + (" got {" + from + ", " + to + "}"));
      return null;
    }
    unit = shown.measuredIn(measured);
    return shown.symbol();
  }
}
