package dev.telemetry.agent.config;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Loads a configuration from a text, properties and variables, in a directory of its own. */
public final class ConfigFixture {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Path directory;

  private ConfigFixture() {
    try {
      directory = Files.createTempDirectory("config");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    directory.toFile().deleteOnExit();
    properties.put("user.dir", directory.toString());
  }

  public static ConfigFixture empty() {
    return new ConfigFixture();
  }

  public static ConfigFixture yaml(String... lines) {
    return empty().file("telemetry.yaml", lines);
  }

  public ConfigFixture file(String name, String... lines) {
    File file = directory.resolve(name).toFile();
    file.deleteOnExit();
    try {
      Files.createDirectories(file.toPath().getParent());
      Files.writeString(file.toPath(), String.join("\n", lines));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return this;
  }

  public ConfigFixture property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  public ConfigFixture variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Path directory() {
    return directory;
  }

  public Config load() {
    return load("");
  }

  public Config load(String argument) {
    return Config.load(argument, properties, environment);
  }
}
