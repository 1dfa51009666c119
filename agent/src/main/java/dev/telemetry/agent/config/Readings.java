package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was asked of a configuration: the effective values, and for whoever describes the
 * configuration, which keys there are. Used by the thread that reads the configuration.
 */
public final class Readings {
  private final Map<String, Reading> byPath = new LinkedHashMap<>();
  private final Map<String, Set<String>> variables = new LinkedHashMap<>();
  private final Map<String, String> sentences = new LinkedHashMap<>();

  Readings() {}

  /** Remembers that a key is a valid one, whether or not it is read. */
  void addKey(String shape) {
    sentences.putIfAbsent(shape, "");
  }

  /** Remembers what a key says, for people. */
  void describe(String shape, String sentence) {
    sentences.put(shape, sentence);
  }

  /** Remembers an answer; one that says more of the same place takes its place. */
  void add(Asked asked, @Nullable RawNode raw, @Nullable String value) {
    Reading before = byPath.get(asked.path);
    boolean moreSaid = asked.expected.kind() != Expected.Kind.TEXT;
    if (before == null || before.value() == null || moreSaid) {
      byPath.put(asked.path, new Reading(asked, value, raw == null ? "" : raw.origin));
    }
  }

  /** Remembers that a variable of another program stands behind a place. */
  void addVariable(String path, String variable) {
    variables.computeIfAbsent(path, first -> new LinkedHashSet<>()).add(variable);
  }

  /**
   * Returns all keys that are valid, those among them that nobody has read for lack of what is
   * around, by {@link Reading#shape()}: what each of them says; empty where its reader does not
   * tell.
   */
  public Map<String, String> sentences() {
    return Collections.unmodifiableMap(sentences);
  }

  /** Returns all of them in the order asked. */
  public Collection<Reading> all() {
    return Collections.unmodifiableCollection(byPath.values());
  }

  /**
   * Returns the variables of other programs that stand behind a place, the first that counts first.
   */
  public List<String> variables(String path) {
    return new ArrayList<>(variables.getOrDefault(path, Collections.emptySet()));
  }

  /** Returns the values at all places but some, and what is inside those, by path, as a copy. */
  public Map<String, String> valuesOutside(Collection<String> places) {
    return values(path -> !isWithinAny(path, places));
  }

  /**
   * Returns the values at a place and inside, by path, as a copy: two configurations that have the
   * same say the same there, wherever it stands.
   */
  public Map<String, String> valuesWithin(String path) {
    return values(inner -> isWithin(inner, path));
  }

  private Map<String, String> values(Predicate<String> wanted) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Reading reading : byPath.values()) {
      String value = reading.value();
      if (value != null && wanted.test(reading.path())) {
        values.put(reading.path(), value);
      }
    }
    return values;
  }

  /** Tells whether a place is one of some or inside one. */
  public static boolean isWithinAny(String inner, Collection<String> places) {
    for (String place : places) {
      if (isWithin(inner, place)) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether a place is another one or inside it. */
  private static boolean isWithin(String inner, String outer) {
    return inner.startsWith(outer)
        && (inner.length() == outer.length() || ".[".indexOf(inner.charAt(outer.length())) >= 0);
  }
}
