package dev.telemetry.benchmarks.process;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Parts of the class path that this runs with. */
public final class ClassPath {
  private ClassPath() {}

  /** The entries that contain any of these words. */
  public static String of(String... words) {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    return Arrays.stream(entries)
        .filter(entry -> Arrays.stream(words).anyMatch(slashed(entry)::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String slashed(String entry) {
    return entry.replace(File.separatorChar, '/');
  }
}
