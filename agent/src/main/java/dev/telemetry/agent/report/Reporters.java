package dev.telemetry.agent.report;

import dev.telemetry.agent.config.ConfigNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads {@code reporters}: a reporter is on where its key is there, where any key inside is given
 * by a system property or the environment, or where {@code TELEMETRY_REPORTERS} names it; {@code
 * enabled: false} inside switches it off.
 */
public final class Reporters {
  private static final String SECTION = "reporters";
  private static final List<String> LATER = Arrays.asList("prometheus", "otlp", "datadog");

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

  /** Returns the names of all reporters, those that are not available yet among them. */
  public static List<String> names(List<ReporterFactory> factories) {
    List<String> names = new ArrayList<>();
    factories.forEach(factory -> names.add(factory.name()));
    names.addAll(LATER);
    return names;
  }

  private List<ReporterPlan> plans(GlobalTags globalTags) {
    Set<String> named = named();
    List<ReporterPlan> plans = new ArrayList<>();
    for (ReporterFactory factory : factories) {
      ConfigNode own = section.child(factory.name());
      if ((named.contains(factory.name()) || own.present()) && enabled(own)) {
        Function<ReporterContext, Reporter> maker = factory.read(own, globalTags);
        if (maker != null) {
          plans.add(new ReporterPlan(factory.name(), own, globalTags, maker));
        }
      }
    }
    LATER.forEach(name -> section.child(name).notAvailable());
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
    Set<String> named = new HashSet<>();
    for (ConfigNode item : section.given().items()) {
      String name = item.text("");
      if (LATER.contains(name)) {
        item.note(name + " is not available in this version");
      } else if (!names().contains(name)) {
        item.expected(String.join(" or ", names()), name, names().toArray(new String[0]));
      }
      named.add(name);
    }
    return named;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    factories.forEach(factory -> names.add(factory.name()));
    return names;
  }
}
