package dev.telemetry.benchmarks.process;

import java.nio.charset.StandardCharsets;

/**
 * Counts the values of a metric in a datagram: {@code name:1:2:3|d|@0.5|#tag:x} are six, since each
 * stands for two.
 */
final class StatsdValues {
  private StatsdValues() {}

  static long in(byte[] datagram, int length, String metric) {
    String text = new String(datagram, 0, length, StandardCharsets.UTF_8);
    return text.lines()
        .filter(line -> line.startsWith(metric + ":"))
        .mapToLong(line -> in(line.substring(metric.length())))
        .sum();
  }

  private static long in(String line) {
    int bar = line.indexOf('|');
    long values = line.chars().limit(Math.max(bar, 0)).filter(c -> c == ':').count();
    int rate = line.indexOf("|@");
    if (rate < 0) {
      return values;
    }
    String share = line.substring(rate + 2).split("\\|", 2)[0];
    return Math.round(values / Double.parseDouble(share));
  }
}
