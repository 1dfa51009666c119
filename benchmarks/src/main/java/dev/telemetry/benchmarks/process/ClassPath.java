package dev.telemetry.benchmarks.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of the class path that this runs with. */
public final class ClassPath {
  private ClassPath() {}

  /** All of it. */
  public static String all() {
    return joined(entries());
  }

  /** Where a class of ours is, and the entries that contain any of these words. */
  public static String of(Class<?> type, String... words) {
    String place = type.getName().replace('.', '/') + ".class";
    Predicate<Path> wanted =
        entry ->
            Files.exists(entry.resolve(place))
                || Arrays.stream(words).anyMatch(entry.toString()::contains);
    return joined(entries().filter(wanted));
  }

  private static Stream<Path> entries() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    return Arrays.stream(entries).map(entry -> Path.of(entry).toAbsolutePath());
  }

  private static String joined(Stream<Path> entries) {
    return entries.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}
