package dev.telemetry.agent.runtime;

import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterPlan;
import dev.telemetry.agent.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The reporters of the running agent: one whose settings did not change goes on; one that changed
 * reports to its end and is followed by another, which goes on counting where it stopped.
 */
final class LiveReporters implements Reloadable {
  private static final long LAST_REPORT = TimeUnit.SECONDS.toNanos(1);

  private final ReporterContext context;
  private volatile Map<ReporterPlan, Reporter> running;

  /** Makes the first reporters; {@link #start()} lets them begin. */
  LiveReporters(List<ReporterPlan> plans, ReporterContext context) {
    this.context = context;
    Map<ReporterPlan, Reporter> made = new LinkedHashMap<>();
    plans.forEach(plan -> made.put(plan, plan.create(context)));
    running = made;
  }

  void start() {
    all().forEach(Reporter::start);
  }

  /** Returns those that run now. */
  List<Reporter> all() {
    return new ArrayList<>(running.values());
  }

  /**
   * Lets all of them report now and returns when they did, or after so many nanoseconds.
   *
   * @return the names of those that did not within that time
   */
  List<String> flush(long longest) {
    long deadline = System.nanoTime() + longest;
    Map<Reporter, Long> begun = new LinkedHashMap<>();
    all().forEach(reporter -> begun.put(reporter, reporter.beginFlush()));
    List<String> late = new ArrayList<>();
    begun.forEach(
        (reporter, flush) -> {
          if (!reporter.awaitFlush(flush, deadline)) {
            late.add(reporter.name());
          }
        });
    return late;
  }

  /** Counts what reporters still have to send as lost: nobody will send it. */
  void giveUp() {
    all().forEach(reporter -> reporter.deliveries().giveUp(LossReason.UNSENT));
  }

  /** Returns what reporters could not deliver, for the last line; empty where all went well. */
  String losses() {
    StringBuilder losses = new StringBuilder();
    for (Reporter reporter : all()) {
      if (reporter.deliveries().lostInAll() > 0) {
        losses.append(losses.length() == 0 ? "" : "; ");
        losses.append(reporter.name()).append(' ').append(reporter.deliveries());
      }
    }
    return losses.toString();
  }

  @Override
  public Set<String> sections() {
    return new HashSet<>(Arrays.asList("reporters", "service", "tags"));
  }

  @Override
  public void reload(Settings next, Changes changes) {
    Map<ReporterPlan, Reporter> before = running;
    use(next.reporters());
    changes.compare("reporters", byName(before), byName(running), ReporterPlan::equals);
  }

  /** Those that follow are made before any ends, so that single values are kept without a gap. */
  void use(List<ReporterPlan> next) {
    Map<ReporterPlan, Reporter> before = running;
    Map<ReporterPlan, Reporter> after = new LinkedHashMap<>();
    for (ReporterPlan plan : next) {
      Reporter same = before.get(plan);
      after.put(plan, same == null ? plan.create(context) : same);
    }
    Map<String, Reporter> ended = new LinkedHashMap<>();
    before.forEach(
        (plan, reporter) -> {
          if (!after.containsKey(plan)) {
            reporter.flush(System.nanoTime() + LAST_REPORT);
            ended.put(plan.name(), reporter);
          }
        });
    // after the waiting, so that who is asked and does not send is hardly missed
    ended.values().forEach(Reporter::stop);
    giveUp(ended, byName(after).keySet());
    after.forEach(
        (plan, reporter) -> {
          if (!before.containsKey(plan)) {
            reporter.startAfter(ended.get(plan.name()));
          }
        });
    running = after;
  }

  /** What a reporter could not send is the next one's of its name, or lost. */
  private static void giveUp(Map<String, Reporter> ended, Set<String> following) {
    ended.forEach(
        (name, reporter) -> {
          if (!following.contains(name)) {
            reporter.deliveries().giveUp(LossReason.UNSENT);
          }
        });
  }

  private static Map<String, ReporterPlan> byName(Map<ReporterPlan, Reporter> plans) {
    return Changes.byName(new ArrayList<>(plans.keySet()), ReporterPlan::name);
  }
}
