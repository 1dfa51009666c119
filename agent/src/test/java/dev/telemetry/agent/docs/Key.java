package dev.telemetry.agent.docs;

import dev.telemetry.agent.config.Expected;
import dev.telemetry.agent.config.Expected.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A key of the configuration with all that is known of it, and the keys inside. */
final class Key {
  /** Stands for keys that are the user's own. */
  static final String ANY = "*";

  /** Stands for the items of a list. */
  static final String ITEM = "[]";

  private final String path;
  private final String name;
  private final Map<Kind, Expected> expected = new EnumMap<>(Kind.class);
  private final Set<String> fallbacks = new LinkedHashSet<>();
  private final Set<String> variables = new LinkedHashSet<>();
  private final Map<String, Key> inside = new LinkedHashMap<>();
  private String sentence = "";

  private Key(String path, String name) {
    this.path = path;
    this.name = name;
  }

  static Key root() {
    return new Key("", "");
  }

  /** Returns a key by its shape, such as {@code metrics[].tag-values.*.from}; makes what is new. */
  Key at(String shape) {
    Key key = this;
    for (String step : shape.replace(ITEM, "." + ITEM).split("\\.", -1)) {
      Key outer = key;
      key = key.inside.computeIfAbsent(step, unseen -> new Key(outer.pathOf(unseen), unseen));
    }
    return key;
  }

  private String pathOf(String step) {
    return path.isEmpty() || step.equals(ITEM) ? path + step : path + "." + step;
  }

  void describe(String says) {
    sentence = says.isEmpty() ? sentence : says;
  }

  void expect(Expected more) {
    expected.putIfAbsent(more.kind(), more);
    String fallback = more.fallback();
    if (fallback != null && !fallback.isEmpty()) {
      fallbacks.add(fallback);
    }
  }

  /** Remembers a variable that stands behind this key, or behind a key of the user's own in it. */
  void addVariable(String variable) {
    variables.add(variable);
  }

  String path() {
    return path;
  }

  String name() {
    return name;
  }

  /** Returns what the key says, for people; empty where nobody tells. */
  String sentence() {
    return isLater() ? "Not available in this version." : sentence;
  }

  /** Returns what is expected, by the kinds of values that are accepted. */
  Map<Kind, Expected> expected() {
    return expected;
  }

  /** Returns what stands where nothing is given, several where it depends. */
  Set<String> fallbacks() {
    return fallbacks;
  }

  Set<String> variables() {
    return variables;
  }

  /** Returns all keys inside, the placeholders among them. */
  List<Key> inside() {
    return new ArrayList<>(inside.values());
  }

  /** Returns the keys inside that have a name. */
  Map<String, Key> named() {
    Map<String, Key> named = new LinkedHashMap<>(inside);
    named.remove(ANY);
    named.remove(ITEM);
    return named;
  }

  @Nullable Key item() {
    return inside.get(ITEM);
  }

  @Nullable Key any() {
    return inside.get(ANY);
  }

  /** Tells whether the user gives the name, or whether there is none. */
  boolean isPlaceholder() {
    return name.equals(ANY) || name.equals(ITEM);
  }

  boolean isLater() {
    return expected.containsKey(Kind.LATER);
  }

  /** Tells whether keys and values may stand here. */
  boolean isMap() {
    return !named().isEmpty() || any() != null || expected.containsKey(Kind.MAP);
  }

  boolean isList() {
    return expected.containsKey(Kind.LIST);
  }

  @Override
  public String toString() {
    return path;
  }
}
