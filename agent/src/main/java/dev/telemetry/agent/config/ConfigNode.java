package dev.telemetry.agent.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place of the configuration, there or not, as a feature reads it.
 *
 * <p>Reading never throws: what is wrong is added to the configuration's errors, the fallback is
 * returned, and {@link #failed()} tells it for this place and all around it. A key counts as valid
 * once it was asked for, so {@link #rejectUnread()} comes last. Scalars come from system
 * properties, else the environment, else the file; in lists, from the file alone. Not thread-safe.
 */
public final class ConfigNode extends ConfigScalar {
  private Map<String, ConfigNode> children = Collections.emptyMap();
  private final @Nullable ConfigNode around;
  private boolean checked;

  private ConfigNode(
      Config config, @Nullable ConfigNode parent, String path, @Nullable RawNode[] fileAndGiven) {
    super(config, parent, path, fileAndGiven);
    around = parent;
  }

  static ConfigNode root(Config config, @Nullable RawNode file) {
    return new ConfigNode(config, null, "", new RawNode[] {file, null});
  }

  /** A place outside the tree, read before there is one. */
  static ConfigNode part(
      Config config, String path, @Nullable RawNode file, @Nullable RawNode given) {
    return new ConfigNode(config, null, path, new RawNode[] {file, given});
  }

  /** Returns the place of a key in here, there or not; from now on the key is a valid one. */
  public ConfigNode child(String key) {
    return childOf(key, key);
  }

  /** Returns the place of another key beside this one, there or not. */
  public ConfigNode sibling(String key) {
    return around == null ? absent(key) : around.child(key);
  }

  /**
   * Returns the place of a key in here, see {@link #child(String)}.
   *
   * @param sentence what the key says, for those who write it: the generated documentation and the
   *     schema for editors have it from here and nowhere else
   */
  public ConfigNode child(String key, String sentence) {
    ConfigNode child = child(key);
    config.readings().describe(child.shape, sentence);
    return child;
  }

  private ConfigNode childOf(String key, String shapeOfKey) {
    ConfigNode child = children.get(key);
    if (child == null) {
      expectMap();
      child = newChild(key, file == null || file.entries == null ? null : file.entries.get(key));
      if (!path.equals(shape) || !key.equals(shapeOfKey)) { // else the path is its shape
        child.shaped(path.isEmpty() ? shapeOfKey : shape + "." + shapeOfKey);
      }
      if (children.isEmpty()) {
        children = new LinkedHashMap<>();
      }
      children.put(key, child);
      config.readings().addKey(child.shape);
    }
    return child;
  }

  private ConfigNode shaped(String shape) {
    this.shape = shape;
    return this;
  }

  private ConfigNode newChild(String key, @Nullable RawNode raw) {
    String childPath = path.isEmpty() ? key : path + "." + key;
    RawNode over = inList() ? null : config.overlay().at(childPath);
    return new ConfigNode(config, this, childPath, new RawNode[] {raw, over});
  }

  private void expectMap() {
    boolean map = file == null || file.isNothing() || file.entries != null;
    if (!map && !failed() && given == null) {
      error("keys and values");
    }
  }

  /** Returns this place, or where nothing is given, the variable's value. */
  public ConfigNode orVariable(String name) {
    config.readings().addVariable(path, name);
    return or(config.overlay().variable(name));
  }

  /**
   * Returns this place, or where nothing is given, a value that was found elsewhere.
   *
   * @param source where that is, for people
   */
  public ConfigNode or(String source, String value) {
    config.readings().addVariable(path, source);
    return or(RawNode.text(source, value));
  }

  /** Returns the place of a key that the user has not given, without making it a valid one. */
  public ConfigNode absent(String key) {
    String inside = path + "." + key;
    return new ConfigNode(config, this, inside, new RawNode[] {null, null}).shaped(shape + ".*");
  }

  private ConfigNode or(@Nullable RawNode value) {
    boolean here = given != null || file != null || value == null;
    return here ? this : valued(value);
  }

  private ConfigNode valued(@Nullable RawNode value) {
    return new ConfigNode(config, this, path, new RawNode[] {null, value}).shaped(shape);
  }

  /** Returns a variable of the environment by its own name, there or not. */
  public ConfigNode variable(String name) {
    return new ConfigNode(
        config, this, name, new RawNode[] {null, config.overlay().variable(name)});
  }

  /** Returns everything that was read here and inside, by path; equal where nothing differs. */
  public Map<String, String> values() {
    return config.readings().valuesWithin(path);
  }

  /** Returns what a system property or the environment says of this place as a whole. */
  public ConfigNode given() {
    return valued(given);
  }

  /** Tells whether the place, or anything inside it, is given anywhere. */
  public boolean present() {
    return given != null || file != null || (!inList() && config.overlay().anyBelow(path));
  }

  /** Returns the places of a list; empty where it is absent or wrong. */
  public List<ConfigNode> items() {
    RawNode raw = raw();
    record(Expected.LIST, raw, null);
    if (raw == null || raw.isNothing()) {
      return Collections.emptyList();
    }
    if (raw.items != null) {
      return nodes(raw.items);
    }
    if (raw == given) {
      return nodesOf(raw);
    }
    error("a list");
    return Collections.emptyList();
  }

  private List<ConfigNode> nodesOf(RawNode raw) {
    List<ConfigNode> nodes = new ArrayList<>();
    for (String word : raw.words()) {
      nodes.add(item(nodes.size(), null, RawNode.text(raw.origin, word)));
    }
    return nodes;
  }

  private List<ConfigNode> nodes(List<RawNode> raws) {
    List<ConfigNode> nodes = new ArrayList<>();
    for (RawNode raw : raws) {
      nodes.add(item(nodes.size(), raw, null));
    }
    return nodes;
  }

  private ConfigNode item(int index, @Nullable RawNode fromFile, @Nullable RawNode over) {
    String at = path + "[" + index + "]";
    return new ConfigNode(config, this, at, new RawNode[] {fromFile, over}).shaped(shape + "[]");
  }

  /** Returns the texts of a list; what is no text is left out and an error. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (ConfigNode item : items()) {
      String text = item.text();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Returns the places of keys that are the user's own, in the order written. */
  public Map<String, ConfigNode> entries() {
    expectMap();
    record(Expected.MAP, raw(), null);
    Map<String, ConfigNode> entries = new LinkedHashMap<>();
    if (file != null && file.entries != null) {
      file.entries.keySet().forEach(key -> entries.put(key, childOf(key, "*")));
    }
    return Collections.unmodifiableMap(entries);
  }

  /**
   * Returns text by keys that are the user's own; also reads {@code k=v,k=v}, which takes the place
   * of what the file says. A system property always wins over the environment.
   */
  public Map<String, String> textMap() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (given != null) {
      record(Expected.MAP, given, null);
      pairs(given, texts);
    } else {
      entries().forEach((key, node) -> put(texts, key, node.text()));
    }
    if (!inList()) {
      config.overlay().allBelow(path).forEach((key, raw) -> putOver(texts, key, raw));
    }
    return texts;
  }

  private void putOver(Map<String, String> texts, String key, RawNode raw) {
    boolean beaten = given != null && given.isProperty() && !raw.isProperty();
    if (!beaten || !texts.containsKey(key)) {
      put(texts, key, raw.text);
      recordEntry(key, raw, raw.text);
    }
  }

  private void pairs(RawNode raw, Map<String, String> texts) {
    for (String pair : raw.words()) {
      int equals = pair.indexOf('=');
      if (equals <= 0) {
        expected("key=value,key=value", pair);
        return;
      }
      String key = pair.substring(0, equals).trim();
      String value = pair.substring(equals + 1).trim();
      texts.put(key, value);
      recordEntry(key, raw, value);
    }
  }

  private static void put(Map<String, String> texts, String key, @Nullable String value) {
    if (value != null) {
      texts.put(key, value);
    }
  }

  /** Adds an error at the key of this place rather than at its value, and skips what is inside. */
  public void rejectKey(String sentence) {
    tell(atKey(sentence));
    skip();
    fail();
  }

  /**
   * Says of what is given here, if anything is, that this version cannot do it, and skips it. That
   * is no failure of what is around.
   */
  public void notAvailable() {
    record(Expected.LATER, null, null);
    if (present()) {
      config.errors().note(atKey("not available in this version"));
      skip();
    }
  }

  private String atKey(String sentence) {
    RawNode raw = raw();
    return (raw == null ? "" : raw.keyOrigin + ": ") + path + ": " + sentence;
  }

  /** Leaves what is inside alone: nobody will read it, and that is no error. */
  public void skip() {
    config.overlay().allBelow(path);
    checked = true;
  }

  /** Adds an error for every key in here, and further inside, that nobody asked for. */
  public void rejectUnread() {
    if (checked) {
      return;
    }
    checked = true;
    // Where nobody asked for any key, the value as a whole was refused or replaced.
    if (file != null && file.entries != null && !children.isEmpty()) {
      file.entries.forEach(this::rejectIfUnread);
    }
    children.values().forEach(ConfigNode::rejectUnread);
    if (!inList() && config.overlay().reportUnknown(path, config.errors())) {
      fail();
    }
  }

  private void rejectIfUnread(String key, RawNode value) {
    if (!children.containsKey(key)) {
      String hint = NearestWord.hint(key, children.keySet());
      String where = path.isEmpty() ? "" : path + ": ";
      String valid = hint.isEmpty() ? ", expected " + String.join(", ", children.keySet()) : hint;
      config
          .errors()
          .add(value.keyOrigin + ": " + where + "unknown key " + RawNode.quoted(key) + valid);
      fail();
    }
  }
}
