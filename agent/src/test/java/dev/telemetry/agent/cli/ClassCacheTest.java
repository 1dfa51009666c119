package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClassCacheTest {
  private final JavaCommand command =
      JavaCommand.parse(
          List.of(
              "java", "-XX:SharedArchiveFile=old.jsa", "-cp", "a b.jar", "Main", "-XX:AOTCache=x"));

  @ParameterizedTest
  @CsvSource({"8,", "12,", "13,APP_CDS", "24,APP_CDS", "25,AOT", "26,AOT"})
  void version_hasItsBestCache(int java, ClassCache cache) {
    assertThat(ClassCache.of(java)).isEqualTo(cache);
  }

  @Test
  void aotCache_isTrainedWithTheModuleThatTheAgentBrings() {
    assertThat(ClassCache.AOT.training(command))
        .hasToString(
            "java --add-modules=java.instrument -XX:AOTCacheOutput=app.aot"
                + " -cp 'a b.jar' Main -XX:AOTCache=x");
  }

  @Test
  void cacheBefore_isReplaced() {
    assertThat(ClassCache.APP_CDS.using(command))
        .hasToString("java -XX:SharedArchiveFile=app.jsa -cp 'a b.jar' Main -XX:AOTCache=x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "openjdk version \"25.0.3\" 2026-04-21 LTS>25",
        "java version \"1.8.0_402\">8",
        "openjdk version \"26\" 2026-03-17>26",
        "openjdk version \"27-ea\" 2026-09-15>27"
      })
  void versions_areRead(String said, int version) throws IOException {
    assertThat(JavaVersion.parse(said)).isEqualTo(version);
  }

  @Test
  void noVersion_isSaid() {
    assertThatThrownBy(() -> JavaVersion.parse("command not found\n"))
        .hasMessage("-version says 'command not found'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "java -p mods --add-modules x -m app/Main arg>null",
        "java @options -jar app.jar>app.jar",
        "java -Dx=1 Main -jar other.jar>null"
      },
      nullValues = "null")
  void jar_isThatOfTheApplication(String line, String jar) {
    assertThat(JavaCommand.parse(List.of(line.split(" "))).jar()).isEqualTo(jar);
  }
}
