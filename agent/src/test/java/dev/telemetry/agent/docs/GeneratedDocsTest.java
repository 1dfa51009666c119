package dev.telemetry.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the generated files with what the code says now, or renews them. */
class GeneratedDocsTest {
  private static final boolean UPDATE = Boolean.getBoolean("update.docs");
  private static final String HOW_TO_RENEW =
      "%s is not what the code says now. Renew all such files by: mvn -pl agent -am test"
          + " -Dtest=GeneratedDocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dupdate.docs=true";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/configuration.md",
        "docs/events.md",
        "docs/metrics.md",
        "docs/reporters/losses.md",
        "docs/telemetry.schema.json"
      })
  void file_isWhatTheCodeSays(String name) throws Exception {
    String text = GeneratedDocs.all().get(name);
    Path file = Repository.file(name);
    if (UPDATE) {
      Files.writeString(file, text);
    }

    assertThat(textOf(file)).as(HOW_TO_RENEW, name).isEqualTo(text);
  }

  private static String textOf(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).replace("\r\n", "\n") : "";
  }
}
