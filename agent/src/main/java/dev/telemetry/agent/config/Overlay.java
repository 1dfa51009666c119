package dev.telemetry.agent.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What system properties and environment say about a place of the configuration.
 *
 * <p>A place {@code reporters.statsd.global-tags} is {@code telemetry.reporters.statsd.global-tags}
 * in the one and {@code TELEMETRY_REPORTERS_STATSD_GLOBAL_TAGS} in the other. An empty variable
 * counts as absent, because containers often cannot leave one out.
 */
final class Overlay {
  private static final String PROPERTY = "telemetry.";
  private static final String VARIABLE = "TELEMETRY_";

  private final Map<String, String> properties = new TreeMap<>();
  private final Map<String, String> variables = new TreeMap<>();
  private final Map<String, String> allProperties;
  private final Map<String, String> environment;
  private final Set<String> known = new LinkedHashSet<>();

  /** As is usual: then no name is made of a place. */
  private final boolean nothing;

  Overlay(Map<String, String> allProperties, Map<String, String> environment) {
    this.allProperties = allProperties;
    this.environment = environment;
    keep(allProperties, PROPERTY, properties);
    keep(environment, VARIABLE, variables);
    variables.values().removeIf(String::isEmpty);
    nothing = properties.isEmpty() && variables.isEmpty();
  }

  private static void keep(Map<String, String> from, String prefix, Map<String, String> to) {
    from.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            to.put(name, value);
          }
        });
  }

  /** Returns what is given for a place; null where nothing is. */
  @Nullable RawNode at(String path) {
    if (nothing) {
      return null;
    }
    String property = PROPERTY + path;
    String variable = variableOf(path);
    known.add(property);
    known.add(variable);
    String value = properties.get(property);
    if (value != null) {
      return RawNode.text("-D" + property, value);
    }
    return of(variable, variables.get(variable));
  }

  /** Returns a variable of the environment, by its own name. */
  @Nullable RawNode variable(String name) {
    String value = environment.get(name);
    return of(name, value == null || value.isEmpty() ? null : value);
  }

  /** Returns what {@code ${NAME}} stands for; null where nothing is set. */
  @Nullable String placeholder(String name) {
    String value = environment.get(name);
    return value != null ? value : allProperties.get(name);
  }

  /** Tells whether anything is given for a place inside this one. */
  boolean anyBelow(String path) {
    return !below(path, new HashMap<>()).isEmpty();
  }

  /** Returns everything given inside a place whose keys are free, by key. */
  Map<String, RawNode> allBelow(String path) {
    Map<String, String> names = below(path, new LinkedHashMap<>());
    Map<String, RawNode> found = new LinkedHashMap<>();
    names.forEach(
        (name, key) -> {
          known.add(name);
          String property = properties.get(name);
          String value = property == null ? variables.getOrDefault(name, "") : property;
          found.put(key, RawNode.text(property == null ? name : "-D" + name, value));
        });
    return found;
  }

  /** Reports each name inside a place that nobody has asked for, once. */
  boolean reportUnknown(String path, ConfigErrors errors) {
    if (nothing) {
      return false;
    }
    boolean reported = false;
    for (String name : below(path, new LinkedHashMap<>()).keySet()) {
      String hint = NearestWord.hint(name, known);
      boolean ours = properties.containsKey(name) || !path.isEmpty() || !hint.isEmpty();
      if (!known.contains(name) && ours) {
        String place = properties.containsKey(name) ? "-D" + name : name;
        errors.addGiven(place + ": unknown key" + hint);
        known.add(name);
        reported = true;
      }
    }
    return reported;
  }

  /** Collects full name to key; variables first, so that properties win. */
  private Map<String, String> below(String path, Map<String, String> into) {
    if (nothing) {
      return into;
    }
    String variable = path.isEmpty() ? VARIABLE : variableOf(path) + "_";
    String property = path.isEmpty() ? PROPERTY : PROPERTY + path + ".";
    for (String name : variables.keySet()) {
      if (name.startsWith(variable) && name.length() > variable.length()) {
        into.put(name, name.substring(variable.length()).toLowerCase(Locale.ROOT));
      }
    }
    for (String name : properties.keySet()) {
      if (name.startsWith(property) && name.length() > property.length()) {
        into.put(name, name.substring(property.length()));
      }
    }
    return into;
  }

  private static String variableOf(String path) {
    return VARIABLE + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static @Nullable RawNode of(String name, @Nullable String value) {
    return value == null ? null : RawNode.text(name, value);
  }
}
