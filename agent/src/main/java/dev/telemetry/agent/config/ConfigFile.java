package dev.telemetry.agent.config;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** A configuration file or a part of one, read with {@code java.io} alone. */
final class ConfigFile implements Source {
  private static final int LARGEST = 1 << 20;
  private static final String DEFAULT = "telemetry.yaml";
  private static final String NOBODY = "default";

  /** The file as the user named it. */
  final String name;

  final File file;
  private final String namedBy;

  private ConfigFile(String name, String namedBy, File file) {
    this.name = name;
    this.namedBy = namedBy;
    this.file = file;
  }

  /** Returns the file to read, be it there or not. */
  static ConfigFile find(
      @Nullable String argument, Map<String, String> properties, Map<String, String> environment) {
    File directory = new File(properties.getOrDefault("user.dir", ""));
    if (isGiven(argument)) {
      return named(String.valueOf(argument), "the agent's argument", directory);
    }
    String property = properties.get("telemetry.config");
    if (isGiven(property)) {
      return named(String.valueOf(property), "-Dtelemetry.config", directory);
    }
    String variable = environment.get("TELEMETRY_CONFIG");
    if (isGiven(variable)) {
      return named(String.valueOf(variable), "TELEMETRY_CONFIG", directory);
    }
    return named(DEFAULT, NOBODY, directory);
  }

  private static boolean isGiven(@Nullable String name) {
    return name != null && !name.isEmpty();
  }

  /**
   * Names a file.
   *
   * @param by who names it, for people
   * @param directory where a relative name starts
   */
  static ConfigFile named(String name, String by, File directory) {
    File given = new File(name);
    boolean whole = given.isAbsolute() || directory.getPath().isEmpty();
    return new ConfigFile(name, by, whole ? given : new File(directory, name));
  }

  /** Tells whether it is no error that the file is not there. */
  boolean isOptional() {
    return namedBy.equals(NOBODY);
  }

  /** Returns the same file as one that has to be there, because it was. */
  ConfigFile required() {
    return new ConfigFile(name, isOptional() ? "an earlier look" : namedBy, file);
  }

  /** Returns the same file by another name. */
  ConfigFile shownAs(String other) {
    return new ConfigFile(other, namedBy, file);
  }

  boolean isThere() {
    return file.isFile();
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
    try {
      return withoutMark(new String(bytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new YamlFault(name + ": cannot be read: " + unreadable.getMessage());
    }
  }

  /** By its content: neither names nor times tell what a link that was turned leads to. */
  @Override
  public String look() {
    try {
      byte[] bytes = file.isFile() ? bytes() : new byte[0];
      CRC32 sum = new CRC32();
      sum.update(bytes, 0, bytes.length);
      return bytes.length + " " + sum.getValue() + " " + Arrays.hashCode(bytes);
    } catch (IOException | YamlFault unreadable) {
      return String.valueOf(unreadable.getMessage());
    }
  }

  @Override
  public boolean isEmpty() {
    return file.length() == 0;
  }

  private byte[] bytes() throws IOException, YamlFault {
    try (InputStream in = new FileInputStream(file)) {
      byte[] bytes = new byte[(int) Math.min(file.length(), LARGEST) + 1];
      int length = 0;
      for (int read = 0; read >= 0; read = in.read(bytes, length, bytes.length - length)) {
        length += read;
        if (length > LARGEST) {
          throw new YamlFault(name + ": expected at most " + LARGEST + " bytes, got more");
        }
        if (length == bytes.length) { // not all have a length, as those of the kernel
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
      }
      return Arrays.copyOf(bytes, length);
    }
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
