package dev.telemetry.agent.report.statsd;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An event or a service check as Datadog's agent reads it, by
 * https://docs.datadoghq.com/developers/dogstatsd/datagram_shell/ and with nothing of the
 * reporter's. What the agent passes over with a warning is an error here.
 *
 * @param fields {@code title} and {@code text}, or {@code name} and {@code status}; then those that
 *     begin with a letter and a colon, by this letter
 */
record DatadogMessage(Map<String, String> fields, List<String> tags) {
  private static final String EVENT = "_e{";
  private static final String CHECK = "_sc|";
  private static final Set<String> PRIORITIES = Set.of("normal", "low");
  private static final Set<String> ALERTS = Set.of("error", "warning", "info", "success");

  static DatadogMessage read(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (line.startsWith(EVENT)) {
      return event(bytes, line.substring(EVENT.length(), line.indexOf("}:")));
    }
    require(line.startsWith(CHECK), line);
    return check(line);
  }

  /** Lengths alone tell where title and text end, whatever they have in them. */
  private static DatadogMessage event(byte[] line, String lengths) {
    String[] numbers = lengths.split(",", -1);
    int title = EVENT.length() + lengths.length() + "}:".length();
    int text = title + Integer.parseInt(numbers[0]) + 1;
    int end = text + Integer.parseInt(numbers[1]);
    require(numbers.length == 2 && text > title + 1, lengths);
    require(line[text - 1] == '|' && (end == line.length || line[end] == '|'), lengths);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", text(line, title, text - 1));
    fields.put("text", text(line, text, end));
    List<String> tags =
        optional(new String(line, StandardCharsets.UTF_8), after(line, end), fields);
    require(PRIORITIES.contains(fields.getOrDefault("p", "low")), "p");
    require(ALERTS.contains(fields.getOrDefault("t", "info")), "t");
    return new DatadogMessage(fields, tags);
  }

  private static DatadogMessage check(String line) {
    String[] parts = line.substring(CHECK.length()).split("\\|", 3);
    require(!parts[0].isEmpty() && parts[1].matches("[0-3]"), line);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", parts[0]);
    fields.put("status", parts[1]);
    return new DatadogMessage(fields, optional(line, parts.length < 3 ? "" : parts[2], fields));
  }

  /** Takes fields apart and returns the tags. */
  private static List<String> optional(String line, String rest, Map<String, String> fields) {
    List<String> tags = List.of();
    String[] parts = rest.isEmpty() ? new String[0] : rest.split("\\|", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].startsWith("#")) {
        tags = List.of(parts[i].substring(1).split(",", -1));
        require(tags.stream().noneMatch(String::isEmpty), line);
      } else {
        require(parts[i].matches("(?s)[dhkpstm]:.*"), line);
        String key = parts[i].substring(0, 1);
        require(!key.equals("m") || i == parts.length - 1, line);
        fields.put(key, unescaped(parts[i].substring(2)).replace("m\\:", "m:"));
      }
    }
    require(fields.getOrDefault("d", "0").matches("\\d+"), line);
    return tags;
  }

  private static String after(byte[] line, int end) {
    int rest = Math.min(line.length, end + 1);
    return new String(Arrays.copyOfRange(line, rest, line.length), StandardCharsets.UTF_8);
  }

  private static String text(byte[] line, int from, int to) {
    return unescaped(new String(line, from, to - from, StandardCharsets.UTF_8));
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n");
  }

  private static void require(boolean right, String what) {
    if (!right) {
      throw new IllegalArgumentException("no message of Datadog's: " + what);
    }
  }
}
