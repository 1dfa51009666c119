package dev.telemetry.agent.report.statsd;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server makes of the lines it gets: written after the servers' own sources, {@code
 * stats.js} of statsd 0.9, Telegraf's {@code inputs.statsd} and DogStatsD's protocol, and with
 * nothing of the reporter's.
 */
final class ModelServer {
  /** How a server takes a line apart. */
  enum Kind {
    STATSD,
    DOGSTATSD,
    TELEGRAF
  }

  private static final Pattern LINE =
      Pattern.compile("([^:|\\n]+)((?::[^:|]+)+)\\|(c|g|ms|h|d)(?:\\|@([\\d.]+))?(?:\\|#(.+))?");
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?");

  private final Kind kind;
  private final Map<String, Double> counters = new HashMap<>();
  private final Map<String, Double> gauges = new HashMap<>();
  private final Map<String, double[]> values = new HashMap<>();
  final List<String> refused = new ArrayList<>();

  ModelServer(Kind kind) {
    this.kind = kind;
  }

  /** A server of the flavor that a reporter's section names. */
  static ModelServer of(String section) {
    if (section.contains("flavor: datadog")) {
      return new ModelServer(Kind.DOGSTATSD);
    }
    return new ModelServer(section.contains("flavor: telegraf") ? Kind.TELEGRAF : Kind.STATSD);
  }

  void receive(String packet) {
    for (String line : packet.split("\n", -1)) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches() || !takes(parts)) {
        refused.add(line);
      }
    }
  }

  private boolean takes(Matcher line) {
    String[] numbers = line.group(2).substring(1).split(":", -1);
    boolean tagged = line.group(5) != null;
    if (kind != Kind.DOGSTATSD && (numbers.length > 1 || tagged)) {
      return false;
    }
    double weight = line.group(4) == null ? 1 : 1 / Double.parseDouble(line.group(4));
    for (String number : numbers) {
      if (!NUMBER.matcher(number).matches() || !take(line, number, weight)) {
        return false;
      }
    }
    return true;
  }

  private boolean take(Matcher line, String number, double weight) {
    String series = line.group(1) + (line.group(5) == null ? "" : "#" + line.group(5));
    double value = Double.parseDouble(number);
    boolean signed = number.startsWith("-") || number.startsWith("+");
    return switch (line.group(3)) {
      case "c" -> {
        counters.merge(series, value * weight, Double::sum);
        yield kind != Kind.TELEGRAF || value == Math.rint(value); // it cuts off what is behind
      }
      case "g" -> {
        boolean step = kind != Kind.DOGSTATSD && signed;
        gauges.merge(series, value, (before, now) -> step ? before + now : now);
        yield true;
      }
      default -> {
        double[] sums = values.computeIfAbsent(series, first -> new double[2]);
        sums[0] += weight;
        sums[1] += value * weight;
        yield kind == Kind.DOGSTATSD || !signed;
      }
    };
  }

  double counter(String metric) {
    return total(metric, counters, Double::doubleValue);
  }

  double gauge(String metric) {
    return total(metric, gauges, Double::doubleValue);
  }

  double count(String metric) {
    return total(metric, values, sums -> sums[0]);
  }

  double sum(String metric) {
    return total(metric, values, sums -> sums[1]);
  }

  /** The sum over all series of a metric, whose name no tag's separator is part of. */
  private static <T> double total(
      String metric, Map<String, T> series, ToDoubleFunction<T> number) {
    return series.entrySet().stream()
        .filter(each -> each.getKey().matches(Pattern.quote(metric) + "([.,#].*)?"))
        .mapToDouble(each -> number.applyAsDouble(each.getValue()))
        .sum();
  }
}
