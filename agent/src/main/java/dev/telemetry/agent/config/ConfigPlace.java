package dev.telemetry.agent.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place of the configuration: where it is, what was written there, and what is wrong with it. */
abstract class ConfigPlace {
  final Config config;
  final String path;

  /** What the file says. */
  final @Nullable RawNode file;

  /** What a system property or the environment says instead. */
  final @Nullable RawNode given;

  /**
   * The path with {@code *} for keys that are the user's own and {@code []} for places in lists.
   */
  String shape;

  private final @Nullable ConfigPlace parent;
  private boolean failed;

  ConfigPlace(
      Config config, @Nullable ConfigPlace parent, String path, @Nullable RawNode[] fileAndGiven) {
    this.config = config;
    this.parent = parent;
    this.path = path;
    this.shape = path;
    file = fileAndGiven[0];
    given = fileAndGiven[1];
  }

  /** Tells whether something was wrong here or inside. */
  public final boolean failed() {
    return failed;
  }

  /** Returns where the value is, such as {@code telemetry.yaml:3:5}; empty where there is none. */
  public final String place() {
    RawNode raw = raw();
    return raw == null ? "" : raw.isNothing() ? raw.keyOrigin : raw.origin;
  }

  /** Tells whether the value is a text. */
  public final boolean isText() {
    RawNode raw = raw();
    return raw != null && raw.text != null;
  }

  /** Tells whether the value is a list, written as such. */
  public final boolean isList() {
    RawNode raw = raw();
    return raw != null && raw.items != null;
  }

  /** Tells whether the value is keys and values, written as such. */
  public final boolean isMap() {
    RawNode raw = raw();
    return raw != null && raw.entries != null;
  }

  /** Adds an error: the value is not {@code expected}. */
  public final void error(String expected) {
    RawNode raw = raw();
    problem("expected " + expected + ", got " + (raw == null ? "nothing" : shown(raw)));
  }

  /** Adds an error: a part of the value is not {@code expected}, but the nearest word might be. */
  public final void expected(String expected, String got, String... words) {
    List<String> valid = Arrays.asList(words);
    String shown = RawNode.quoted(Secrets.hidden(path, got));
    problem("expected " + expected + ", got " + shown + NearestWord.hint(got, valid));
  }

  private String shown(RawNode raw) {
    return raw.text != null && Secrets.isSecret(path) ? Secrets.HIDDEN : raw.shown();
  }

  /**
   * Returns {@code (did you mean "x"?)} behind a space, where a key that is written in here is
   * nearly a valid one; else nothing.
   */
  public final String hint(Collection<String> valid) {
    String hint = "";
    if (file != null && file.entries != null) {
      for (String key : file.entries.keySet()) {
        hint = hint.isEmpty() && !valid.contains(key) ? NearestWord.hint(key, valid) : hint;
      }
    }
    return hint;
  }

  /** Adds an error in the caller's words, with this place in front. */
  public final void problem(String sentence) {
    tell(placed(sentence));
    fail();
  }

  /** Tells people what may be a mistake here; nothing stays off for it. */
  public final void note(String sentence) {
    config.errors().note(placed(sentence));
  }

  private String placed(String sentence) {
    String nearest = nearestPlace();
    String place = nearest.isEmpty() ? "" : nearest + ": ";
    boolean named = given == null && !path.isEmpty();
    return place + (named ? path + ": " : "") + sentence;
  }

  /** Where nothing is given here, what lacks it is the place to look at. */
  private String nearestPlace() {
    ConfigPlace node = this;
    while (node.raw() == null && node.parent != null) {
      node = node.parent;
    }
    return node.place();
  }

  final void tell(String message) {
    if (given == null) {
      config.errors().add(message);
    } else {
      config.errors().addGiven(message);
    }
  }

  /** Remembers what was asked, unless this is a variable read for what it says elsewhere. */
  final void record(Expected expected, @Nullable RawNode raw, @Nullable String value) {
    if (given == null || !path.equals(given.origin)) {
      config.readings().add(new Asked(path, shape, expected), raw, value);
    }
    config.step();
  }

  /** Remembers the value of a key that is the user's own. */
  final void recordEntry(String key, RawNode raw, @Nullable String value) {
    if (given == null || !path.equals(given.origin)) {
      config.readings().add(new Asked(path + "." + key, shape + ".*", Expected.TEXT), raw, value);
    }
  }

  final void fail() {
    for (ConfigPlace node = this; node != null; node = node.parent) {
      node.failed = true;
    }
  }

  final @Nullable String filled(RawNode raw) {
    String text = raw.text;
    if (text == null || raw == given || !Placeholders.in(text)) {
      return text;
    }
    try {
      return Placeholders.fill(text, config.overlay());
    } catch (Placeholders.Unresolvable unresolvable) {
      problem(unresolvable.getMessage() + ", got " + shown(raw));
      return null;
    }
  }

  final @Nullable RawNode raw() {
    return given != null ? given : file;
  }

  final boolean inList() {
    return path.indexOf('[') >= 0;
  }
}
