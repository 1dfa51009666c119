package dev.telemetry.agent.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration from all its sources, as they were at one moment.
 *
 * <p>The file is the agent's argument, else {@code telemetry.config}, else {@code
 * TELEMETRY_CONFIG}, else {@code ./telemetry.yaml}, else there is none. A scalar comes from the
 * system property {@code telemetry.a.b}, else {@code TELEMETRY_A_B}, else the file, else a variable
 * such as {@code DD_SERVICE} that its reader names, else its reader's default.
 */
public final class Config {
  private final ConfigErrors errors = new ConfigErrors();
  private final Readings readings = new Readings();
  private final Sources sources = new Sources();
  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Overlay overlay;
  private final ConfigFile file;
  private final boolean found;
  private final @Nullable Pace pace;
  private final ConfigNode root;

  private Config(
      ConfigFile file,
      Map<String, String> properties,
      Map<String, String> environment,
      @Nullable Pace pace) {
    this.file = file;
    this.pace = pace;
    found = !file.isOptional() || file.isThere();
    this.properties = properties;
    this.environment = environment;
    overlay = new Overlay(properties, environment);
    overlay.at("config");
    root = ConfigNode.root(this, new ConfigParts(this).read(file));
    root.child(
        ConfigParts.INCLUDE,
        "More files to read, relative to this one. `*` and `?` stand for parts of a name.");
    rest();
  }

  /**
   * Finds and reads the configuration; never throws.
   *
   * @param argument what follows {@code =} behind {@code -javaagent}; may be null or empty
   * @param properties the system properties; relative names start at {@code user.dir}
   * @param environment the environment's variables
   */
  public static Config load(
      @Nullable String argument, Map<String, String> properties, Map<String, String> environment) {
    ConfigFile file = ConfigFile.find(argument, properties, environment);
    return new Config(file, properties, environment, null);
  }

  /** Reads the configuration of this JVM, see {@link #load(String, Map, Map)}. */
  public static Config load(@Nullable String argument) {
    Map<String, String> properties = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      properties.put(name, System.getProperty(name, ""));
    }
    return load(argument, properties, System.getenv());
  }

  /**
   * Reads the same file and its parts once more, in pieces, so that the application's threads come
   * first; properties and variables are those of before.
   */
  public Config again() {
    return new Config(found ? file.required() : file, properties, environment, new Pace());
  }

  /** Called between two pieces of work for this configuration: lets the application run. */
  public void rest() {
    if (pace != null) {
      pace.rest();
    }
  }

  /** Something of it was read. */
  void step() {
    if (pace != null) {
      pace.step();
    }
  }

  /** Returns the place that all others are in. */
  public ConfigNode root() {
    return root;
  }

  /** Returns what is wrong, as far as it has been read. */
  public ConfigErrors errors() {
    return errors;
  }

  /** Returns everything that was asked so far. */
  public Readings readings() {
    return readings;
  }

  /** Returns the name of the file as the user gave it; null where there is none. */
  public @Nullable String file() {
    return found ? file.name : null;
  }

  Sources sources() {
    return sources;
  }

  Overlay overlay() {
    return overlay;
  }
}
