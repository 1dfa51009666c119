package dev.telemetry.agent.report.micrometer;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.PeriodicReporter;
import dev.telemetry.agent.report.Reporter;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.ReporterFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the reporter that feeds Micrometer registries of extension jars. */
public final class MicrometerReporterFactory implements ReporterFactory {
  static final String NAME = "micrometer";

  private final ClassFinder classes;

  /** Makes the factory. */
  public MicrometerReporterFactory(ClassFinder classes) {
    this.classes = classes;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String sentence() {
    return "Feeds Micrometer registries.";
  }

  @Override
  public List<LossReason> losses() {
    return Arrays.asList(
        Feed.DECREASE, Feed.TOO_MANY, MicrometerExport.NO_REGISTRY, LossReason.UNREADABLE);
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    long every =
        section
            .child("every", "How often the registries are fed.")
            .nanos(TimeUnit.MILLISECONDS.toNanos(100), TimeUnit.SECONDS.toNanos(1));
    List<RegistryPlan> plans = new ArrayList<>();
    for (ConfigNode item :
        section.child("registries", "Registries out of extension jars.").items()) {
      RegistryPlan plan = RegistryPlan.read(item, classes);
      if (plan != null) {
        plans.add(plan);
      }
    }
    section.rejectUnread();
    if (plans.isEmpty() && !section.failed()) {
      section.child("registries").problem("expected at least one registry");
    }
    return section.failed() ? null : context -> create(plans, every, globalTags, context);
  }

  private Reporter create(
      List<RegistryPlan> plans, long every, GlobalTags tags, ReporterContext context) {
    StringJoiner names = new StringJoiner(", ");
    plans.forEach(plan -> names.add(plan.name()));
    return new PeriodicReporter(NAME, names.toString(), context.deliveries(NAME), context.log())
        .exporting(new MicrometerExport(plans, tags, context), every);
  }
}
