package dev.telemetry.agent.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes totals as a table: numbers to the right, tags last because they are long, every line
 * indented.
 */
final class TotalsTable {
  private static final List<String> HEAD =
      Arrays.asList("name", "type", "count", "value", "p50", "p95", "max", "tags");
  private static final int FIRST_NUMBER = HEAD.indexOf("count");
  private static final int LAST_NUMBER = HEAD.indexOf("max");

  private TotalsTable() {}

  /** Returns the table's lines, the first of them about all. */
  static List<String> of(Totals totals) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Map.Entry<SeriesKey, Series> entry : totals.series().entrySet()) {
      rows.add(row(entry.getKey(), entry.getValue()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "  -- %d series from %d lines, %d of them bad",
            rows.size() - 1,
            totals.lines(),
            totals.bad()));
    int[] widths = widths(rows);
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private static List<String> row(SeriesKey key, Series series) {
    Window window = series.window();
    return Arrays.asList(
        Text.printable(key.name()),
        key.type().symbol(),
        Text.number(series.count()),
        Text.number(series.value()),
        Text.number(window.percentile(0.5)),
        Text.number(window.percentile(0.95)),
        Text.number(window.max()),
        Text.printable(key.tags()));
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[HEAD.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    return widths;
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      StringBuilder space = new StringBuilder();
      for (int gap = row.get(i).length(); gap < widths[i]; gap++) {
        space.append(' ');
      }
      line.append("  ");
      boolean number = i >= FIRST_NUMBER && i <= LAST_NUMBER;
      line.append(number ? space + row.get(i) : row.get(i) + space);
    }
    return line.toString().replaceAll(" +$", "");
  }
}
