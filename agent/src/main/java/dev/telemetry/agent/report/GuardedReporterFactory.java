package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.log.AgentLog;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A factory that somebody else wrote: whatever it or its reporters throw is told, and ends there.
 */
public final class GuardedReporterFactory implements ReporterFactory {
  private final ReporterFactory factory;
  private final String name;
  private final String jar;

  /**
   * Guards a factory.
   *
   * @param jar where it comes from, for people
   */
  public GuardedReporterFactory(ReporterFactory factory, String jar) {
    this.factory = factory;
    this.jar = jar;
    name = String.valueOf(factory.name());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> alsoReads() {
    try {
      return factory.alsoReads();
    } catch (Throwable toldWhenItReads) {
      return Collections.emptyList();
    }
  }

  @Override
  public @Nullable Function<ReporterContext, Reporter> read(
      ConfigNode section, GlobalTags globalTags) {
    try {
      Function<ReporterContext, Reporter> maker = factory.read(section, globalTags);
      return maker == null ? null : context -> guarded(maker, context);
    } catch (Throwable failure) {
      section.problem(jar + ": " + AgentLog.reason(failure));
      return null;
    }
  }

  private Reporter guarded(Function<ReporterContext, Reporter> maker, ReporterContext context) {
    try {
      return new GuardedReporter(maker.apply(context), name, context);
    } catch (Throwable failure) {
      context.log().failure(name + ": cannot be made by " + jar, failure);
      return new PeriodicReporter(name, "nowhere", context.deliveries(name), context.log());
    }
  }
}
