package dev.telemetry.agent.report.prometheus;

import java.util.HashMap;
import java.util.Map;

/** Writes a unit of UCUM as the end of a name, by OpenTelemetry's mapping to Prometheus. */
final class UnitWords {
  static final String RATIO = "ratio";
  static final String BYTES = "bytes";

  private static final Map<String, String> WORDS = words();

  private UnitWords() {}

  /**
   * Returns the words, joined by underscores.
   *
   * @param symbol {@code s}, {@code By}, {@code 1}, {@code {request}/s}; what is in braces says
   *     what is counted and is no unit
   * @return empty for none
   */
  static String of(String symbol) {
    String bare = symbol.replaceAll("\\{[^}]*}", "");
    int slash = bare.indexOf('/');
    if (slash < 0) {
      return word(bare);
    }
    String above = word(bare.substring(0, slash));
    String below = singular(word(bare.substring(slash + 1)));
    return below.isEmpty() ? above : (above.isEmpty() ? "" : above + "_") + "per_" + below;
  }

  private static String word(String symbol) {
    String known = WORDS.get(symbol);
    return known != null ? known : symbol.isEmpty() ? "" : Names.clean(symbol);
  }

  private static String singular(String word) {
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  private static Map<String, String> words() {
    Map<String, String> words = new HashMap<>();
    put(words, "d", "days", "h", "hours", "min", "minutes", "s", "seconds");
    put(words, "ms", "milliseconds", "us", "microseconds", "ns", "nanoseconds");
    put(words, "By", BYTES, "KiBy", "kibibytes", "MiBy", "mebibytes", "GiBy", "gibibytes");
    put(words, "kBy", "kilobytes", "MBy", "megabytes", "GBy", "gigabytes");
    put(words, "m", "meters", "V", "volts", "A", "amperes", "J", "joules", "W", "watts");
    put(words, "g", "grams", "Cel", "celsius", "Hz", "hertz", "%", "percent", "1", RATIO);
    return words;
  }

  private static void put(Map<String, String> words, String... symbolsAndWords) {
    for (int i = 0; i < symbolsAndWords.length; i += 2) {
      words.put(symbolsAndWords[i], symbolsAndWords[i + 1]);
    }
  }
}
