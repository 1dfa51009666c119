package dev.telemetry.agent.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table in Markdown: what each column shows of a row's object. */
final class Table<T> {
  private final List<String> titles = new ArrayList<>();
  private final List<Function<T, String>> cells = new ArrayList<>();

  Table<T> column(String title, Function<T, String> cell) {
    titles.add(title);
    cells.add(cell);
    return this;
  }

  String of(Iterable<? extends T> rows) {
    StringBuilder text = new StringBuilder();
    text.append(line(titles));
    text.append("|---".repeat(titles.size())).append("|\n");
    for (T row : rows) {
      text.append(line(cells.stream().map(cell -> cell.apply(row)).toList()));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Returns texts as code, with commas between them. */
  static String code(Iterable<String> texts) {
    List<String> quoted = new ArrayList<>();
    texts.forEach(text -> quoted.add(code(text)));
    return String.join(", ", quoted);
  }

  static String code(String text) {
    return text.isEmpty() ? "" : "`" + text + "`";
  }
}
