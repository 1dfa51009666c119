package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The versions that {@code docs/versions.md} names are those that the contracts are tested with.
 */
final class VersionsIT {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|[^|`]+\\| `([^`]+)` \\| `([^`]+)` \\|");

  @Test
  void documentedVersions_areTested() {
    assertThat(rows().flatMap(row -> Stream.of(row.group(1), row.group(2))).toList())
        .hasSizeGreaterThan(10)
        .isSubsetOf(tested());
  }

  @Test
  void testedDriversAndPools_areDocumented() {
    List<String> documented = rows().map(MatchResult::group).toList();

    for (Path folder : folders("jdbc/target/jdbc")) {
      assertThat(documented)
          .as(folder.toString())
          .anyMatch(row -> names(folder).stream().anyMatch(name -> row.contains("`" + name + "`")));
    }
  }

  private static Stream<MatchResult> rows() {
    String page = Trees.read(Artifacts.module().resolve("../docs/versions.md"));
    return ROW.matcher(page).results();
  }

  private static List<String> tested() {
    return Stream.of("jdbc/target/jdbc", "http-client/target/clients", "servlet/target/containers")
        .flatMap(below -> names(instrumentations(below)).stream())
        .toList();
  }

  private static List<Path> folders(String below) {
    return Trees.files(instrumentations(below)).stream().map(Path::getParent).distinct().toList();
  }

  private static Path instrumentations(String below) {
    return Artifacts.module().resolve("../instrumentations").resolve(below);
  }

  private static List<String> names(Path folder) {
    return Trees.files(folder).stream()
        .map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
        .toList();
  }
}
