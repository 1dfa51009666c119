package dev.telemetry.agent.runtime;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.instrumentation.InstrumentationModule;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code instrumentations}: which are on. */
final class Enabled {
  private Enabled() {}

  static List<InstrumentationModule> of(ConfigNode root, List<InstrumentationModule> all) {
    List<InstrumentationModule> enabled = new ArrayList<>();
    for (InstrumentationModule module : all) {
      if (root.child("instrumentations").child(module.name()).child("enabled").flag(true)) {
        enabled.add(module);
      }
    }
    return enabled;
  }
}
