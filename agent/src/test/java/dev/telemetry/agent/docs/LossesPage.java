package dev.telemetry.agent.docs;

import dev.telemetry.agent.report.LossMetric;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.ReporterFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes {@code docs/reporters/losses.md}. */
final class LossesPage {
  private static final String INTRODUCTION =
      """
      # What reporters lose, and why

      Nothing is lost silently. What a reporter could not deliver is counted by reason in the metric `%s`, at `/status`
      under `lost`, and in the last line of the log when the application ends. The unit is the reporter's own: lines for `statsd`,
      `datadog` and `log`, points for `otlp`, series for `prometheus`, values for `micrometer`. This page is generated from the code;
      do not edit it.

      """;

  private static final String END =
      """

      A reporter of an extension counts by reasons of its own, and `%s`.
      """;

  private LossesPage() {}

  static String of(List<ReporterFactory> factories) {
    List<Row> rows = new ArrayList<>();
    for (ReporterFactory factory : factories) {
      factory.losses().stream()
          .sorted(Comparator.comparing(LossReason::text))
          .forEach(reason -> rows.add(new Row("`" + factory.name() + "`", reason)));
    }
    rows.add(new Row("each that sends", LossReason.FAILED));
    Table<Row> table =
        new Table<Row>()
            .column("Reporter", Row::reporter)
            .column("`reason`", row -> Table.code(row.reason().text()))
            .column("What has happened", row -> row.reason().meaning())
            .column("What to do", row -> row.reason().advice());
    return INTRODUCTION.formatted(LossMetric.definition().name())
        + table.of(rows)
        + END.formatted(LossReason.FAILED);
  }

  private record Row(String reporter, LossReason reason) {}
}
