package dev.telemetry.agent.runtime;

import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.poller.VmPoller;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.weaving.WeavingReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two lines for people: what the agent does, and why they may see nothing. */
final class Status {
  static final int AFTER_SECONDS = 10;
  private static final int MOST_REASONS = 5;

  private final WeavingReport weaving;
  private final SeriesRegistry registry;
  private final List<Reporter> reporters;

  Status(WeavingReport weaving, SeriesRegistry registry, List<Reporter> reporters) {
    this.weaving = weaving;
    this.registry = registry;
    this.reporters = reporters;
  }

  String atStart() {
    return "agent "
        + version()
        + " measures "
        + String.join(", ", weaving.wovenByModule().keySet())
        + "; "
        + destinations();
  }

  String afterAWhile() {
    StringBuilder line = new StringBuilder("after " + AFTER_SECONDS + " s: ");
    line.append("classes woven: ").append(woven());
    if (!weaving.skipped().isEmpty()) {
      line.append("; skipped: ").append(first(MOST_REASONS, weaving.skipped()));
    }
    line.append("; values measured: ").append(values());
    reporters.forEach(reporter -> line.append("; ").append(delivered(reporter)));
    return line.append(advice()).toString();
  }

  /** Returns the first of some words, and how many there are beyond them. */
  static String first(int most, List<String> words) {
    int told = Math.min(words.size(), most);
    String first = String.join(", ", words.subList(0, told));
    return told == words.size() ? first : first + " and " + (words.size() - told) + " more";
  }

  private String destinations() {
    if (reporters.isEmpty()) {
      return "reports nowhere (give it a telemetry.yaml with reporters)";
    }
    StringBuilder text = new StringBuilder("reports to ");
    for (Reporter reporter : reporters) {
      text.append(text.length() > "reports to ".length() ? ", " : "")
          .append(reporter.name())
          .append(" (")
          .append(reporter.destination())
          .append(')');
    }
    return text.toString();
  }

  private String woven() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Integer> module : weaving.wovenByModule().entrySet()) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(module.getKey())
          .append(' ')
          .append(module.getValue());
    }
    return text + (weaving.late() == 0 ? "" : " (" + weaving.late() + " late)");
  }

  /** Those of the VM come by themselves and tell nothing of what is measured. */
  private long values() {
    long[] sum = {0};
    registry.forEach((Series series) -> sum[0] += ofApplication(series) ? series.count() : 0);
    return sum[0];
  }

  private static boolean ofApplication(Series series) {
    return !VmPoller.emits(series.metric().definition().event());
  }

  private static String delivered(Reporter reporter) {
    return reporter.name() + " " + reporter.deliveries();
  }

  /** The likeliest reason for silence, so that nobody has to guess. */
  private String advice() {
    boolean nothingWoven = weaving.wovenByModule().values().stream().allMatch(count -> count == 0);
    if (nothingWoven) {
      return "; no servlet, JDBC driver or @Measured class was loaded so far";
    }
    return values() == 0 ? "; nothing woven was called so far" : "";
  }

  static String version() {
    @Nullable Package own = Status.class.getPackage();
    String version = own == null ? null : own.getImplementationVersion();
    return version == null ? "(development)" : version;
  }
}
