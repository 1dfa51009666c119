package dev.telemetry.agent.config;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The section {@code instrumentations}: {@code {jdbc: {enabled: false}}} switches one off; all
 * others are on. Immutable.
 */
public final class InstrumentationsSection {
  private final Set<String> off = new TreeSet<>();

  private InstrumentationsSection() {}

  /**
   * Reads the section; what is wrong leaves an instrumentation on.
   *
   * @param names those of all instrumentations
   */
  public static InstrumentationsSection read(ConfigNode root, Collection<String> names) {
    InstrumentationsSection section = new InstrumentationsSection();
    for (String name : names) {
      ConfigNode own =
          root.child("instrumentations", "What is measured without being asked for.")
              .child(name, "The instrumentation `" + name + "`.");
      own.child("slow").notAvailable();
      if (!own.child("enabled", "Whether it measures.").flag(true)) {
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
