package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code reporters}: a reporter is on where its key is there, where any key inside is given
 * by a system property or the environment, where {@code TELEMETRY_REPORTERS} names it, or where it
 * needs no asking; {@code enabled: false} inside switches it off.
 */
public final class Reporters {
  private static final String SECTION = "reporters";

  private final ConfigNode section;
  private final List<ReporterFactory> factories;

  private Reporters(ConfigNode section, List<ReporterFactory> factories) {
    this.section = section;
    this.factories = factories;
  }

  /**
   * Returns the reporters that are switched on and rightly configured.
   *
   * @param root of the configuration, which is told what is wrong
   */
  public static List<ReporterPlan> read(
      ConfigNode root, List<ReporterFactory> factories, GlobalTags globalTags) {
    ConfigNode section =
        root.child(SECTION, "Who gets the metrics. A reporter is on where its key is there.");
    return new Reporters(section, factories).plans(globalTags);
  }

  /** Returns the names of all reporters. */
  public static List<String> names(List<ReporterFactory> factories) {
    List<String> names = new ArrayList<>();
    factories.forEach(factory -> names.add(factory.name()));
    return names;
  }

  private List<ReporterPlan> plans(GlobalTags globalTags) {
    Set<String> named = named();
    List<ReporterPlan> plans = new ArrayList<>();
    for (ReporterFactory factory : factories) {
      ConfigNode own = section.child(factory.name(), factory.sentence());
      boolean asked = named.contains(factory.name()) || own.present();
      if ((asked || factory.unasked()) && enabled(own)) {
        Function<ReporterContext, Reporter> maker = factory.read(own, globalTags);
        if (maker != null) {
          ReporterPlan plan = new ReporterPlan(factory.name(), own, globalTags, maker);
          factory.alsoReads().forEach(other -> plan.alsoOf(section.child(other)));
          plans.add(plan);
        }
      }
    }
    return plans;
  }

  private static boolean enabled(ConfigNode own) {
    boolean enabled = own.child("enabled", "Whether it reports.").flag(true);
    if (!enabled) {
      own.skip();
    }
    return enabled;
  }

  private Set<String> named() {
    List<String> all = names(factories);
    Set<String> named = new HashSet<>();
    for (ConfigNode item : section.given().items()) {
      String name = item.text("");
      if (!all.contains(name)) {
        item.expected(String.join(" or ", all), name, all.toArray(new String[0]));
      }
      named.add(name);
    }
    return named;
  }
}
