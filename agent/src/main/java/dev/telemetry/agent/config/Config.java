package dev.telemetry.agent.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The configuration from all its sources.
 *
 * <p>The file is the agent's argument, else {@code telemetry.config}, else {@code
 * TELEMETRY_CONFIG}, else {@code ./telemetry.yaml}, else there is none. A scalar comes from the
 * system property {@code telemetry.a.b}, else {@code TELEMETRY_A_B}, else the file, else a variable
 * such as {@code DD_SERVICE} that its reader names, else its reader's default.
 */
public final class Config {
  private final ConfigErrors errors = new ConfigErrors();
  private final Overlay overlay;
  private final @Nullable String file;
  private ConfigNode root;

  private Config(Overlay overlay, @Nullable String file) {
    this.overlay = overlay;
    this.file = file;
    root = ConfigNode.root(this, null);
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
    Overlay overlay = new Overlay(properties, environment);
    overlay.at("config");
    ConfigFile file = ConfigFile.find(argument, properties, environment);
    Config config = new Config(overlay, file == null ? null : file.name);
    if (file != null) {
      config.read(file);
    }
    return config;
  }

  private void read(ConfigFile source) {
    try {
      root = ConfigNode.root(this, YamlTree.parse(source.name, source.text()));
    } catch (YamlFault fault) {
      errors.add(String.valueOf(fault.getMessage()));
    } catch (Throwable unexpected) {
      errors.add(source.name + ": cannot be read: " + unexpected);
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

  /** Returns the name of the file as the user gave it; null where there is none. */
  public @Nullable String file() {
    return file;
  }

  Overlay overlay() {
    return overlay;
  }
}
