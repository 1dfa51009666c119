package dev.telemetry.agent.report;

import dev.telemetry.agent.log.AgentLog;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A reporter that somebody else wrote: whatever it throws is told, and ends here. A report that is
 * thrown out of counts as a loss.
 */
final class GuardedReporter implements Reporter {
  private final Reporter reporter;
  private final String name;
  private final Deliveries deliveries;
  private final AgentLog log;

  GuardedReporter(Reporter reporter, String name, ReporterContext context) {
    this.reporter = reporter;
    this.name = name;
    deliveries = context.deliveries(name);
    log = context.log();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String destination() {
    return asked("tell where it sends to", reporter::destination, "?");
  }

  @Override
  public void start() {
    guarded("start", reporter::start);
  }

  @Override
  public void startAfter(@Nullable Reporter before) {
    Reporter own = before instanceof GuardedReporter ? ((GuardedReporter) before).reporter : before;
    guarded("start", () -> reporter.startAfter(own));
  }

  @Override
  public long beginFlush() {
    return reported(reporter::beginFlush, 0L);
  }

  /** Time is not what one that throws lacks. */
  @Override
  public boolean awaitFlush(long flush, long deadlineNanos) {
    return reported(() -> reporter.awaitFlush(flush, deadlineNanos), true);
  }

  @Override
  public void stop() {
    guarded("end", reporter::stop);
  }

  @Override
  public Deliveries deliveries() {
    return asked("tell what it sent", reporter::deliveries, deliveries);
  }

  private void guarded(String what, Runnable call) {
    asked(
        what,
        () -> {
          call.run();
          return true;
        },
        false);
  }

  private <T> T reported(Callable<T> call, T otherwise) {
    return asked(
        "report now",
        () -> {
          try {
            return call.call();
          } catch (Throwable failure) {
            deliveries().lost(LossReason.FAILED, 1);
            throw failure;
          }
        },
        otherwise);
  }

  private <T> T asked(String what, Callable<T> call, T otherwise) {
    try {
      T answer = call.call();
      return answer == null ? otherwise : answer;
    } catch (Throwable failure) {
      log.failure(name + ": cannot " + what, failure);
      return otherwise;
    }
  }
}
