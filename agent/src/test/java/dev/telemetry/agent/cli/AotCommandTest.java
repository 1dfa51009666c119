package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AotCommandTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Path folder;

  AotCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void training_hasNoAgent() {
    assertThat(
            aot("--", JAVA, "-javaagent:telemetry-agent.jar=t.yaml", "-Xmx1g", "-jar", "app.jar"))
        .isZero();
    assertThat(commands()).hasSize(2);
    assertThat(commands().get(0)).endsWith(" -Xmx1g -jar app.jar").doesNotContain("-javaagent");
  }

  @Test
  void use_keepsTheAgentAsItWas() {
    aot("--", JAVA, "-Xmx1g", "-javaagent:lib/telemetry-agent-1.0.jar=t.yaml", "example.Main", "x");

    assertThat(commands().get(1))
        .endsWith(" -Xmx1g -javaagent:lib/telemetry-agent-1.0.jar=t.yaml example.Main x");
  }

  @Test
  void use_hasThisAgentWhereThereIsNone() {
    aot("--", JAVA, "-javaagent:other.jar", "-jar", "app.jar");

    assertThat(commands().get(1))
        .containsPattern("-javaagent:/.* -javaagent:other.jar -jar app.jar");
  }

  @Test
  void jarWithJarsInside_isUnpackedFirst() throws IOException {
    Path jar = springBootJar();
    aot("--", JAVA, "-jar", jar.toString(), "--server.port=80");

    assertThat(commands()).hasSize(3);
    assertThat(commands().get(0))
        .isEqualTo(JAVA + " -Djarmode=tools -jar " + jar + " extract --destination shop-unpacked");
    assertThat(commands().subList(1, 3))
        .allSatisfy(line -> assertThat(line).endsWith(" shop-unpacked/shop.jar --server.port=80"));
  }

  @Test
  void javaThatIsNotThere_isSaid() {
    assertThat(aot("--", folder.resolve("java").toString(), "-jar", "app.jar")).isEqualTo(1);
    assertThat(text(err)).startsWith("aot: ").contains("expected the java of the application");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "java -jar app.jar>aot: expected -- and a command line",
        "-->aot: expected -- and a command line",
        "-- ./start.sh>the command line begins with './start.sh', expected java or a path",
        "-- java -Xmx1g>the command line starts no application, expected -jar FILE or a main class",
        "-- java -cp app.jar>the command line starts no application"
      })
  void whatMakesNoSense_isRefused(String words, String sentence) {
    assertThat(aot(words.split(" "))).isEqualTo(2);
    assertThat(text(err)).contains(sentence, "usage:");
    assertThat(text(out)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  void help_isPrinted(String asked) {
    assertThat(aot(asked)).isZero();
    assertThat(text(out)).contains("aot -- COMMAND LINE");
  }

  private Path springBootJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
    Path jar = folder.resolve("shop.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream written = new JarOutputStream(file, manifest)) {
      written.finish();
    }
    return jar;
  }

  private List<String> commands() {
    return text(out).lines().filter(line -> !line.startsWith("#")).toList();
  }

  private int aot(String... words) {
    List<String> arguments = new ArrayList<>(List.of("aot"));
    arguments.addAll(List.of(words));
    return Main.run(arguments.toArray(String[]::new), new PrintStream(out), new PrintStream(err));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
