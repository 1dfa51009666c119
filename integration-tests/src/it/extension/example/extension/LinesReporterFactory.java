package example.extension;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.metrics.Series;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Writes the count of every series to a file: {@code lines: {file: counts.txt, every: 10s}}. */
public final class LinesReporterFactory implements ReporterFactory {
  @Override
  public String name() {
    return "lines";
  }

  @Override
  public Function<ReporterContext, Reporter> read(ConfigNode section, GlobalTags globalTags) {
    String file = section.child("file").text("counts.txt");
    long every = section.child("every").nanos(1, TimeUnit.SECONDS.toNanos(10));
    section.rejectUnread();
    return context ->
        new PeriodicReporter(name(), file, context.deliveries(name()), context.log())
            .exporting(nanos -> write(file, context), every);
  }

  private void write(String file, ReporterContext context) throws IOException {
    try (PrintWriter out = new PrintWriter(new FileWriter(file))) {
      context.registry().forEachOf(name(), series -> out.println(line(series)));
    }
    context.deliveries(name()).sent(1);
  }

  private static String line(Series series) {
    return series.metric() + " " + series.tagValues() + " " + series.count();
  }
}
