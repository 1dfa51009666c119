package dev.telemetry.agent.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.SeriesRegistry;
import dev.telemetry.agent.runtime.AgentStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtensionsTest {
  private final Path folder;
  private Config config = ConfigFixture.empty().load();

  ExtensionsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void services_areMadeInTheOrderOfTheJars() {
    jar()
        .source("B", callable("B", "2"))
        .service(Callable.class.getName(), "acme.B")
        .write("b.jar");
    jar()
        .source("A", callable("A", "1"))
        .service(Callable.class.getName(), "# ours\nacme.A # the first")
        .write("a.jar");

    assertThat(called(folder)).containsExactly("a.jar=1", "b.jar=2");
  }

  @Test
  void oneJar_isEnough() {
    jar()
        .source("B", callable("B", "2"))
        .service(Callable.class.getName(), "acme.B")
        .write("b.jar");
    jar()
        .source("A", callable("A", "1"))
        .service(Callable.class.getName(), "acme.A")
        .write("a.jar");

    assertThat(called(folder.resolve("b.jar"))).containsExactly("b.jar=2");
  }

  @Test
  void extensions_doNotSeeEachOther() {
    jar().source("Alike", callable("Alike", "1")).write("a.jar");
    jar()
        .source("Alike", callable("Alike", "2"))
        .service(Callable.class.getName(), "acme.Alike")
        .write("b.jar");

    assertThat(called(folder)).containsExactly("b.jar=2");
  }

  @Test
  void libraries_areInTheFolderOfTheJarsName() {
    Path library =
        ExtensionJars.in(folder.resolve("a"))
            .source("Library", "public class Library { public static int answer = 42; }")
            .write("library.jar");
    jar()
        .source("A", callable("A", "Library.answer"))
        .service(Callable.class.getName(), "acme.A")
        .write("a.jar", library);

    assertThat(called(folder)).containsExactly("a.jar=42");
  }

  @Test
  void contract_isOfTheAgentsOwnClasses() throws ClassNotFoundException {
    jar().write("a.jar");
    Extensions extensions = open(folder);

    assertThat(extensions.find(SeriesRegistry.class.getName())).isSameAs(SeriesRegistry.class);
    assertThat(extensions.find("io.micrometer.core.instrument.MeterRegistry"))
        .isSameAs(io.micrometer.core.instrument.MeterRegistry.class);
  }

  @Test
  void restOfTheAgent_isHidden() {
    jar().write("a.jar");
    Extensions extensions = open(folder);

    for (Class<?> hidden : List.of(AgentStart.class, org.objectweb.asm.ClassReader.class)) {
      assertThatThrownBy(() -> extensions.find(hidden.getName()))
          .isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void brokenJar_isToldAndTheOthersGoOn() throws IOException {
    Files.writeString(folder.resolve("a.jar"), "no zip");
    jar()
        .source("B", callable("B", "2"))
        .service(Callable.class.getName(), "acme.B")
        .write("b.jar");

    assertThat(called(folder)).singleElement().isEqualTo("b.jar=2");
    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith("telemetry.yaml:1:13: extensions: a.jar: Zip");
  }

  @Test
  void missingClass_isTold() {
    jar().service(Callable.class.getName(), "acme.Gone").write("a.jar");

    assertThat(called(folder)).isEmpty();
    assertThat(errors())
        .containsExactly(
            "telemetry.yaml:1:13: extensions: a.jar: acme.Gone:"
                + " ClassNotFoundException: acme.Gone");
  }

  @Test
  void missingLibrary_isTold() throws IOException {
    Path library =
        ExtensionJars.in(folder.resolve("elsewhere"))
            .source("Library", "public class Library implements Runnable { public void run() {} }")
            .write("library.jar");
    jar()
        .source("A", "public class A extends Library {}")
        .service(Callable.class.getName(), "acme.A")
        .write("a.jar", library);

    assertThat(called(folder)).isEmpty();
    assertThat(errors())
        .singleElement()
        .asString()
        .endsWith("extensions: a.jar: acme.A: NoClassDefFoundError: acme/Library");
  }

  @Test
  void classOfAnotherType_isTold() {
    jar()
        .source("A", "public class A {}")
        .service(Callable.class.getName(), "acme.A")
        .write("a.jar");

    assertThat(called(folder)).isEmpty();
    assertThat(errors())
        .containsExactly(
            "telemetry.yaml:1:13: extensions: a.jar: acme.A:"
                + " expected a java.util.concurrent.Callable");
  }

  @Test
  void constructorsOwnFailure_isTold() {
    jar()
        .source(
            "A",
            "public class A implements java.util.concurrent.Callable<Object> {"
                + " public A() { throw new IllegalStateException(\"no licence\"); }"
                + " public Object call() { return 1; } }")
        .service(Callable.class.getName(), "acme.A")
        .write("a.jar");

    assertThat(called(folder)).isEmpty();
    assertThat(errors())
        .singleElement()
        .asString()
        .endsWith("a.jar: acme.A: IllegalStateException: no licence");
  }

  @Test
  void jarForAnotherContract_isTold() {
    jar()
        .entry("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nTelemetry-Spi: 2\n")
        .service(Callable.class.getName(), "acme.A")
        .write("a.jar");

    assertThat(called(folder)).isEmpty();
    assertThat(errors())
        .containsExactly(
            "telemetry.yaml:1:13: extensions: a.jar: IOException:"
                + " expected Telemetry-Spi: 1 in its manifest, got 2");
  }

  @Test
  void missingFolder_isTold() {
    assertThat(called(folder.resolve("none"))).isEmpty();
    assertThat(errors())
        .singleElement()
        .asString()
        .startsWith("telemetry.yaml:1:13: extensions: expected a folder of jars, or one jar, got");
  }

  private ExtensionJars jar() {
    return ExtensionJars.in(folder);
  }

  private static String callable(String name, String value) {
    return "public class "
        + name
        + " implements java.util.concurrent.Callable<Object> { public Object call() { return "
        + value
        + "; } }";
  }

  private Extensions open(Path path) {
    config = ConfigFixture.yaml("extensions: " + path).load();
    return Extensions.open(config.root().child(Extensions.SECTION));
  }

  private List<String> errors() {
    return config.errors().messages();
  }

  private List<String> called(Path path) {
    List<String> answers = new ArrayList<>();
    open(path)
        .services(
            Callable.class,
            config.root().child(Extensions.SECTION),
            (jar, made) -> {
              answers.add(jar + "=" + answer(made));
              return null;
            });
    return answers;
  }

  private static Object answer(Callable<?> callable) {
    try {
      return callable.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
