package dev.telemetry.it;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that are there without any configuration, as the generated page lists them. */
final class DefaultMetrics {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| ([a-z ]+) \\| `([^`]+)` \\|.*\\| \\[`");

  private DefaultMetrics() {}

  /**
   * Those whose names begin so, each by the name that Prometheus is to know it by; of a histogram,
   * that of its counts.
   */
  static List<String> inPrometheus(String... beginnings) {
    String page = Trees.read(Artifacts.module().resolve("../docs/metrics.md"));
    return ROW.matcher(page)
        .results()
        .filter(row -> Stream.of(beginnings).anyMatch(row.group(1)::startsWith))
        .map(DefaultMetrics::name)
        .toList();
  }

  private static String name(MatchResult row) {
    String bare = row.group(1).replaceAll("[^a-zA-Z0-9]+", "_") + unit(row.group(3));
    return switch (row.group(2)) {
      case "counter", "sum" -> bare + "_total";
      case "distribution", "summary" -> bare + "_count";
      case "last value" -> bare;
      default -> throw new AssertionError(row.group());
    };
  }

  private static String unit(String symbol) {
    String bare = symbol.replaceAll("\\{.*}", "");
    return switch (bare) {
      case "" -> "";
      case "s" -> "_seconds";
      case "By" -> "_bytes";
      case "1" -> "_ratio";
      default -> "_" + bare.toLowerCase(Locale.ROOT);
    };
  }
}
