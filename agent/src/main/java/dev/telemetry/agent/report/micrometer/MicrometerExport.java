package dev.telemetry.agent.report.micrometer;

import dev.telemetry.agent.report.Deliveries;
import dev.telemetry.agent.report.Export;
import dev.telemetry.agent.report.GlobalTags;
import dev.telemetry.agent.report.LossReason;
import dev.telemetry.agent.report.ReporterContext;
import dev.telemetry.agent.report.SeriesChanges;
import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Feeds the registries with what came to the series; they are made at the first export. */
final class MicrometerExport implements Export {
  static final LossReason NO_REGISTRY =
      new LossReason(
          "no registry",
          "no registry of the section could be made",
          "the log says at the start why each stays off");

  private final List<RegistryPlan> plans;
  private final ReporterContext context;
  private final Deliveries deliveries;
  private final SeriesChanges changes;
  private final CompositeMeterRegistry all = new CompositeMeterRegistry(Clock.SYSTEM);
  private final Feed feed;
  private boolean made;

  MicrometerExport(List<RegistryPlan> plans, GlobalTags tags, ReporterContext context) {
    this.plans = plans;
    this.context = context;
    String name = MicrometerReporterFactory.NAME;
    deliveries = context.deliveries(name);
    changes = new SeriesChanges(context.registry(), name, deliveries);
    feed = new Feed(all, tags, deliveries);
  }

  @Override
  public void follow(@Nullable Export before) {
    changes.follow(before instanceof MicrometerExport ? ((MicrometerExport) before).changes : null);
  }

  @Override
  public void export(long nanos) {
    if (!made) {
      made = true;
      plans.forEach(this::make);
      return; // one that connects in the background drops what it is given before it has
    }
    if (all.getRegistries().isEmpty()) {
      changes.read(change -> deliveries.lost(NO_REGISTRY, 1), gone -> {});
    } else {
      changes.read(feed::accept, feed::remove);
    }
  }

  private void make(RegistryPlan plan) {
    try {
      all.add(plan.create());
    } catch (Exception | LinkageError failure) {
      context.log().failure("micrometer: " + plan.name() + " stays off", failure);
    }
  }

  /** A registry that pushes sends its last step now. */
  @Override
  public void close() {
    all.getRegistries().forEach(MeterRegistry::close);
  }
}
