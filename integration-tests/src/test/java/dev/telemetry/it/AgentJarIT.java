package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The exact content of what is shipped. */
class AgentJarIT {
  private static final int JAVA_8 = 52;
  private static final int JAVA_9 = 53;

  @Test
  void applicationsLoader_seesTheEntryClassesAlone() throws IOException {
    assertThat(names(name -> name.endsWith(".class")))
        .containsExactlyInAnyOrder(
            "dev/telemetry/agent/TelemetryAgent.class",
            "dev/telemetry/agent/boot/AgentClassLoader.class",
            "dev/telemetry/agent/boot/ApplicationClassPath.class",
            "dev/telemetry/agent/boot/Boot.class",
            "dev/telemetry/agent/boot/CommandClassLoader.class",
            "dev/telemetry/agent/boot/Refusal.class",
            "dev/telemetry/agent/boot/Surroundings.class");
  }

  @Test
  void agentsLoader_holdsThesePackagesAlone() throws IOException {
    Set<String> roots = new TreeSet<>();
    for (String name : names(name -> name.endsWith(".classdata"))) {
      roots.add(name.replaceFirst("^agent/([^/]+/[^/]+)/.*", "$1"));
    }
    assertThat(roots)
        .containsExactly(
            "codes/rafael",
            "dev/telemetry",
            "io/micrometer",
            "io/prometheus",
            "java/lang",
            "net/bytebuddy",
            "org/HdrHistogram",
            "org/LatencyUtils",
            "org/objectweb",
            "org/snakeyaml");
  }

  @Test
  void bootLoader_getsTheDispatcherAlone() throws IOException {
    assertThat(names(name -> name.startsWith("agent/java/") && name.endsWith(".classdata")))
        .containsExactlyInAnyOrder(
            "agent/java/lang/TelemetryDispatcher.classdata",
            "agent/java/lang/TelemetryHook.classdata");
  }

  @Test
  void topLevel_isThreeFolders() throws IOException {
    Set<String> top = new TreeSet<>();
    names(name -> true).forEach(name -> top.add(name.substring(0, name.indexOf('/'))));

    assertThat(top).containsExactly("META-INF", "agent", "dev");
  }

  @Test
  void manifest_namesEntriesAndAbilities() throws IOException {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile())) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Premain-Class"))
          .isEqualTo("dev.telemetry.agent.TelemetryAgent");
      assertThat(manifest.getValue("Agent-Class")).isEqualTo("dev.telemetry.agent.TelemetryAgent");
      assertThat(manifest.getValue("Main-Class")).isEqualTo("dev.telemetry.agent.TelemetryAgent");
      assertThat(manifest.getValue("Can-Retransform-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Can-Redefine-Classes")).isEqualTo("true");
      assertThat(manifest.getValue("Implementation-Version")).isNotEmpty();
      assertThat(manifest.getValue("Boot-Class-Path")).isNull();
    }
  }

  @Test
  void licences_areThere() throws IOException {
    assertThat(names(name -> name.startsWith("META-INF/") && !name.contains("licenses/")))
        .containsExactlyInAnyOrder("META-INF/MANIFEST.MF", "META-INF/LICENSE", "META-INF/NOTICE");
  }

  @Test
  void classes_runOnJava8_butForThoseThatAreReachedLaterOnly() throws IOException {
    List<String> newer =
        names(name -> name.matches(".*\\.class(data)?")).stream()
            .filter(name -> version(name) > JAVA_8)
            .toList();

    assertThat(newer)
        .isNotEmpty()
        .allMatch(name -> name.startsWith("agent/dev/telemetry/weaving/boot/"))
        .allSatisfy(name -> assertThat(version(name)).isEqualTo(JAVA_9));
  }

  @Test
  void size_staysBelowNineMegabytes() {
    assertThat(Artifacts.agent().toFile().length()).isLessThan(9_000_000);
  }

  private static int version(String name) {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile());
        InputStream in = jar.getInputStream(jar.getEntry(name))) {
      return in.readNBytes(8)[7];
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  private static List<String> names(Predicate<String> wanted) throws IOException {
    try (JarFile jar = new JarFile(Artifacts.agent().toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(name -> !name.endsWith("/"))
          .filter(wanted)
          .toList();
    }
  }
}
