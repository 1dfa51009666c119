package dev.telemetry.it;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * One line of the datadog flavour, taken apart.
 *
 * @param name the metric
 * @param values one or, packed, several
 * @param type {@code c}, {@code g}, {@code ms}, {@code h} or {@code d}
 * @param rate 1 where it is not sampled
 * @param tags as {@code key:value}
 */
record StatsdLine(String name, List<Double> values, String type, double rate, Set<String> tags) {

  /** Takes a line apart; throws where it is none. */
  static StatsdLine parse(String line) {
    String[] parts = line.split("\\|", -1);
    String[] words = parts[0].split(":", -1);
    if (parts.length < 2 || words.length < 2) {
      throw new IllegalArgumentException("no StatsD line: " + line);
    }
    List<Double> values = Arrays.stream(words, 1, words.length).map(Double::valueOf).toList();
    double rate = 1;
    Set<String> tags = Set.of();
    for (String part : Arrays.asList(parts).subList(2, parts.length)) {
      if (part.startsWith("@")) {
        rate = Double.parseDouble(part.substring(1));
      } else if (part.startsWith("#")) {
        tags = Set.of(part.substring(1).split(","));
      }
    }
    return new StatsdLine(words[0], values, parts[1], rate, tags);
  }

  /** What it adds to a total: a counter's values, or how many single values it stands for. */
  double amount() {
    if (type.equals("c")) {
      return values.stream().mapToDouble(Double::doubleValue).sum() / rate;
    }
    return values.size() / rate;
  }

  /** The value of a tag; empty where the line has none of that key. */
  String tag(String key) {
    String start = key + ":";
    return tags.stream()
        .filter(tag -> tag.startsWith(start))
        .map(tag -> tag.substring(start.length()))
        .findFirst()
        .orElse("");
  }
}
