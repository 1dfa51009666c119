package dev.telemetry.benchmarks.page;

import dev.telemetry.benchmarks.method.Growth;
import dev.telemetry.benchmarks.method.MethodMeasures;
import dev.telemetry.benchmarks.results.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** How the cost of a call grows, as one plot and one table for each thing that grows. */
final class GrowthPlots {
  private final Samples methods;
  private final Path folder;

  GrowthPlots(Samples methods, Path folder) {
    this.methods = methods;
    this.folder = folder;
  }

  /** Writes the plots, and returns what stands on the page. */
  String write() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Growth growth : Growth.ALL) {
      LinePlot plot = plot(growth);
      if (!plot.isEmpty()) {
        String file = "growth-" + growth.subject().replace(' ', '-') + ".svg";
        Files.writeString(folder.resolve(file), plot.svg());
        text.append("![ns a call by ").append(growth.subject()).append("](");
        text.append(folder.getFileName()).append('/').append(file).append(")\n\n");
        text.append(table(growth)).append('\n');
      }
    }
    return text.toString();
  }

  private LinePlot plot(Growth growth) {
    LinePlot plot = new LinePlot("ns a call, median", growth.subject());
    for (String line : growth.lines()) {
      plot.line(line, points(growth, line, MethodMeasures.TIME));
    }
    return plot;
  }

  private Table table(Growth growth) {
    Table table = new Table(growth.subject(), "", "ns a call", "bytes a call");
    for (String line : growth.lines()) {
      SortedMap<Integer, Double> bytes = points(growth, line, MethodMeasures.ALLOCATED);
      points(growth, line, MethodMeasures.TIME)
          .forEach(
              (number, time) ->
                  table.row(
                      Numbers.grouped(number),
                      line,
                      Numbers.plain(time),
                      Numbers.plain(bytes.getOrDefault(number, Double.NaN))));
    }
    return table;
  }

  private SortedMap<Integer, Double> points(Growth growth, String line, String measure) {
    SortedMap<Integer, Double> points = new TreeMap<>();
    for (String variant : methods.variants(growth.subject(), measure)) {
      int number = Growth.number(line, variant);
      if (number >= 0) {
        points.put(number, methods.median(growth.subject(), variant, measure));
      }
    }
    return points;
  }
}
