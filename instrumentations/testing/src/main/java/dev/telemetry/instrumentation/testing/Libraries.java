package dev.telemetry.instrumentation.testing;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The libraries of one module's tests, each in several versions, each opened once: woven as it is
 * loaded by the first test, by a sweep for all others. Thread-safe.
 */
public final class Libraries {
  private final Map<String, LibraryLoader> opened = new ConcurrentHashMap<>();
  private final Class<?> test;
  private final Path folder;

  /**
   * Finds what the build has laid out in {@code target}; elsewhere, when the same tests run under
   * the agent's jar.
   *
   * @param test a class of the package that has the package {@code inside}
   * @param name of the folder below {@code target}; with {@code .directory} behind it, of the
   *     property that says where that folder is
   */
  public Libraries(Class<?> test, String name) {
    this.test = test;
    folder = Paths.get(System.getProperty(name + ".directory", "target/" + name));
  }

  /**
   * Returns the loader of one library in one version.
   *
   * @param name of its folder
   */
  public LibraryLoader of(String name) {
    return opened.computeIfAbsent(name, key -> LibraryLoader.of(test, folder.resolve(key)));
  }
}
