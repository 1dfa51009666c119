package dev.telemetry.it;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line and what a server made of it.
 *
 * @param line with {@code N} for each number
 * @param stored in Markdown, with {@code N} where a number is the line's last
 */
record ReplayedLine(String line, String stored) {
  /** The values of a line, after its name, the sign of a gauge apart. */
  private static final Pattern VALUES = Pattern.compile("(?<=:)([+-]?)([0-9.]+)(?=[:|])");

  /** Sends a line alone. */
  static ReplayedLine on(NodeStatsd server, String line) {
    Map<String, Double> before = state(server);
    long bad = server.badLines();
    server.send(line);
    Map<String, Double> after = state(server);
    after.entrySet().removeAll(before.entrySet());
    String stored =
        after.entrySet().stream()
            .map(entry -> entry.getKey() + number(entry.getValue(), line))
            .collect(Collectors.joining(", "));
    return new ReplayedLine(general(line), withBad(stored, server.badLines() - bad));
  }

  private static Map<String, Double> state(NodeStatsd server) {
    Map<String, Double> state = new TreeMap<>();
    server.counters().forEach((key, value) -> state.put("counter `" + key + "` ", value));
    server.gauges().forEach((key, value) -> state.put("gauge `" + key + "` ", value));
    server.timers().forEach((key, all) -> state.put("timer `" + key + "` ", all.get(0)));
    return state;
  }

  private static String general(String line) {
    return line.startsWith("_")
        ? line.replaceFirst("\\|d:\\d+", "|d:N")
        : VALUES.matcher(line).replaceAll("$1N");
  }

  private static String number(double value, String line) {
    double last = Double.NaN;
    Matcher values = VALUES.matcher(line);
    while (values.find()) {
      last = Double.parseDouble(values.group(1) + values.group(2));
    }
    return value == last ? "N" : String.valueOf(value);
  }

  private static String withBad(String stored, long bad) {
    if (bad == 0) {
      return stored.isEmpty() ? "nothing" : stored;
    }
    return (stored.isEmpty() ? "" : stored + ", and ") + "`Bad line`";
  }
}
