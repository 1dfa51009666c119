package example.sick;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Fails at whatever it is to report. */
public final class ThrowingReporterFactory implements ReporterFactory {
  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(200);

  @Override
  public String name() {
    return "sick";
  }

  @Override
  public Function<ReporterContext, Reporter> read(ConfigNode section, GlobalTags globalTags) {
    section.rejectUnread();
    return context ->
        new PeriodicReporter(name(), "nowhere", context.deliveries(name()), context.log())
            .exporting(ThrowingReporterFactory::fail, EVERY);
  }

  private static void fail(long nanos) {
    throw new StackOverflowError("the reporter's own fault");
  }
}
