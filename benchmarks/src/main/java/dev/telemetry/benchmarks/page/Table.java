package dev.telemetry.benchmarks.page;

import java.util.ArrayList;
import java.util.List;

/** A table in Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  Table(String... heads) {
    row(heads);
    lines.add("|---|" + "---:|".repeat(heads.length - 1));
  }

  Table row(String... cells) {
    return row(List.of(cells));
  }

  Table row(List<String> cells) {
    lines.add("| " + String.join(" | ", cells) + " |");
    return this;
  }

  boolean isEmpty() {
    return lines.size() == 2;
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }
}
