package dev.telemetry.agent.runtime;

import dev.telemetry.agent.settings.Settings;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What is set for the instrumentations of the running agent. */
final class LiveInstrumentations implements Reloadable {
  private final Consumer<Map<String, InstrumentationSettings>> configure;
  private Map<String, InstrumentationSettings> now;

  /**
   * Takes what was set at the start.
   *
   * @param configure gives all of them their settings
   */
  LiveInstrumentations(
      Map<String, InstrumentationSettings> now,
      Consumer<Map<String, InstrumentationSettings>> configure) {
    this.now = now;
    this.configure = configure;
  }

  @Override
  public Set<String> sections() {
    return new HashSet<>(Arrays.asList("http", "measure"));
  }

  @Override
  public void reload(Settings next, Changes changes) {
    Map<String, InstrumentationSettings> before = now;
    Map<String, InstrumentationSettings> wanted = next.instrumentations();
    if (!wanted.equals(before)) {
      configure.accept(wanted);
      now = wanted;
      changes.compare("instrumentations", before, wanted, InstrumentationSettings::equals);
    }
  }
}
