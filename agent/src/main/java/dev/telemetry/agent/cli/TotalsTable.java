package dev.telemetry.agent.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes totals as a table: numbers to the right, every line of it indented. */
final class TotalsTable {
  private static final List<String> HEAD =
      Arrays.asList("name", "tags", "type", "count", "value", "p50", "p95", "max");
  private static final int FIRST_NUMBER = 3;

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
    List<String> row =
        new ArrayList<>(
            Arrays.asList(
                Text.printable(key.name()),
                Text.printable(key.tags()),
                key.type().symbol(),
                Text.number(series.count()),
                Text.number(series.value())));
    Window window = series.window();
    row.add(Text.number(window.percentile(0.5)));
    row.add(Text.number(window.percentile(0.95)));
    row.add(Text.number(window.max()));
    return row;
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
      line.append(i < FIRST_NUMBER ? row.get(i) + space : space + row.get(i));
    }
    return line.toString().replaceAll(" +$", "");
  }
}
