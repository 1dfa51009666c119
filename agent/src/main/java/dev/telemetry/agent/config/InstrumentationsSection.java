package dev.telemetry.agent.config;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The section {@code instrumentations}: {@code {jdbc: {enabled: false}}} switches one off, {@code
 * {micrometer: {enabled: true}}} one on that has to be asked for. Immutable.
 */
public final class InstrumentationsSection {
  private final Set<String> off = new TreeSet<>();

  private InstrumentationsSection() {}

  /**
   * Reads the section; what is wrong leaves an instrumentation as it is by default.
   *
   * @param unasked the names of all instrumentations, and whether each is on by default
   */
  public static InstrumentationsSection read(ConfigNode root, Map<String, Boolean> unasked) {
    InstrumentationsSection section = new InstrumentationsSection();
    for (String name : unasked.keySet()) {
      ConfigNode own =
          root.child("instrumentations", "What is measured without being asked for.")
              .child(name, "The instrumentation `" + name + "`.");
      if (!own.child("enabled", "Whether it measures.").flag(unasked.get(name))) {
        section.off.add(name);
      }
    }
    return section;
  }

  /** Tells whether an instrumentation is on. */
  public boolean enabled(String name) {
    return !off.contains(name);
  }
}
