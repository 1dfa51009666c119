package dev.telemetry.agent.config;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the configuration file and reads it, both with {@code java.io} alone. */
final class ConfigFile {
  private static final int LARGEST = 1 << 20;
  private static final String DEFAULT = "telemetry.yaml";

  /** The file as the user named it. */
  final String name;

  private final File file;
  private final String namedBy;

  private ConfigFile(String name, String namedBy, @Nullable String directory) {
    File given = new File(name);
    this.name = name;
    this.namedBy = namedBy;
    file = given.isAbsolute() || directory == null ? given : new File(directory, name);
  }

  /** Returns the file to read; null where none is named and the default one is not there. */
  static @Nullable ConfigFile find(
      @Nullable String argument, Map<String, String> properties, Map<String, String> environment) {
    String directory = properties.get("user.dir");
    if (isGiven(argument)) {
      return new ConfigFile(String.valueOf(argument), "the agent's argument", directory);
    }
    String property = properties.get("telemetry.config");
    if (isGiven(property)) {
      return new ConfigFile(String.valueOf(property), "-Dtelemetry.config", directory);
    }
    String variable = environment.get("TELEMETRY_CONFIG");
    if (isGiven(variable)) {
      return new ConfigFile(String.valueOf(variable), "TELEMETRY_CONFIG", directory);
    }
    ConfigFile byDefault = new ConfigFile(DEFAULT, "default", directory);
    return byDefault.file.isFile() ? byDefault : null;
  }

  private static boolean isGiven(@Nullable String name) {
    return name != null && !name.isEmpty();
  }

  /**
   * Reads the whole file.
   *
   * @throws YamlFault where it is not there, cannot be read or is too large
   */
  String text() throws YamlFault {
    if (!file.isFile()) {
      String found = file.exists() ? "a directory" : "no such file";
      throw new YamlFault(name + ": expected a file (named by " + namedBy + "), got " + found);
    }
    try (InputStream in = new FileInputStream(file)) {
      return withoutMark(new String(bytes(in), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new YamlFault(name + ": cannot be read: " + unreadable.getMessage());
    }
  }

  private byte[] bytes(InputStream in) throws IOException, YamlFault {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > LARGEST) {
        throw new YamlFault(name + ": expected at most " + LARGEST + " bytes, got more");
      }
    }
    return bytes.toByteArray();
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
