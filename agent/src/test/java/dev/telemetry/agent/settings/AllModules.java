package dev.telemetry.agent.settings;

import dev.telemetry.instrumentation.InstrumentationModule;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The instrumentations that the jar will hold. {@link Modules} reads the one service file that the
 * jar's assembly makes; on the class path of tests there is one for each of them.
 */
public final class AllModules {
  private AllModules() {}

  /** Makes one of each, by name. */
  public static List<InstrumentationModule> load() {
    return ServiceLoader.load(InstrumentationModule.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted((one, other) -> one.name().compareTo(other.name()))
        .toList();
  }

  /** Returns all there is, without extensions. */
  public static Installed installed() {
    return Installed.of(load());
  }
}
