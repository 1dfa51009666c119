package dev.telemetry.it;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code jcmd PID GC.class_histogram} tells of the objects that are alive.
 *
 * @param instances how many there are, by class
 * @param bytes what all of them take
 */
record ClassHistogram(Map<String, Long> instances, long bytes) {
  private static final Pattern LINE =
      Pattern.compile("(?m)^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)");

  static ClassHistogram parse(String text) {
    Map<String, Long> instances = new TreeMap<>();
    long bytes = 0;
    for (Matcher line = LINE.matcher(text); line.find(); ) {
      instances.merge(line.group(3), Long.parseLong(line.group(1)), Long::sum);
      bytes += Long.parseLong(line.group(2));
    }
    if (instances.isEmpty()) {
      throw new IllegalArgumentException("no histogram: " + text);
    }
    return new ClassHistogram(instances, bytes);
  }

  /** How many instances there are of these classes, by class. */
  Map<String, Long> of(Predicate<String> classes) {
    Map<String, Long> chosen = new TreeMap<>(instances);
    chosen.keySet().removeIf(classes.negate());
    return chosen;
  }
}
