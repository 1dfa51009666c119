package dev.telemetry.agent.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The sources that the tests are built from. */
final class Repository {
  private static final String SOURCES = "src/main/java";
  private static final Path ROOT = root();

  private Repository() {}

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("docs/architecture.md"))) {
      directory = Objects.requireNonNull(directory.getParent(), "outside of the repository");
    }
    return directory;
  }

  static Path file(String name) {
    return ROOT.resolve(name);
  }

  /** Returns a link to a class as a page in {@code docs} writes it. */
  static String linkTo(Class<?> type) {
    Class<?> outer = type;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    Path source = sourceOf(outer.getName().replace('.', '/') + ".java");
    String path = ROOT.relativize(source).toString().replace('\\', '/');
    return "[`" + type.getSimpleName() + "`](../" + path + ")";
  }

  private static Path sourceOf(String file) {
    try (Stream<Path> modules = Files.find(ROOT, 3, (path, found) -> path.endsWith("pom.xml"))) {
      return modules
          .map(pom -> pom.resolveSibling(SOURCES).resolve(file))
          .filter(Files::exists)
          .findAny()
          .orElseThrow(() -> new AssertionError("no module has " + file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
