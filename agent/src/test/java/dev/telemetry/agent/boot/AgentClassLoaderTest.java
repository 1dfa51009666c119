package dev.telemetry.agent.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.telemetry.agent.boot.inside.First;
import dev.telemetry.agent.boot.inside.Second;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentClassLoaderTest {
  private static final String FIRST = First.class.getName();
  private static final String SECOND = Second.class.getName();
  private static final String SERVICES = "META-INF/services/example.Service";
  private static final int BOUND_SECONDS = 30;

  private final File jar;
  private final AgentClassLoader loader;

  AgentClassLoaderTest(@TempDir Path folder) throws IOException {
    jar = folder.resolve("agent with space.jar").toFile();
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar.toPath()))) {
      add(out, hidden(FIRST), classFile(FIRST));
      add(out, hidden(SECOND), classFile(SECOND));
      add(out, "agent/" + SERVICES, "example.First\n".getBytes(StandardCharsets.UTF_8));
    }
    loader = new AgentClassLoader(jar);
  }

  @Test
  void classes_areDefinedByItAlone() throws Exception {
    Class<?> first = loader.loadClass(FIRST);

    assertThat(first.getClassLoader()).isSameAs(loader);
    assertThat(first).isNotSameAs(First.class);
    assertThat(loader.loadClass(FIRST)).isSameAs(first);
  }

  @Test
  void otherLoaders_seeNoneOfThem() throws IOException {
    try (URLClassLoader other =
        new URLClassLoader(new URL[] {jar.toURI().toURL()}, ClassLoader.getPlatformClassLoader())) {
      assertThat(other.getResource(FIRST.replace('.', '/') + ".class")).isNull();
      assertThat(other.getResource(SERVICES)).isNull();
      assertThatThrownBy(() -> other.loadClass(FIRST)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void applicationsClasses_areInvisibleToIt() {
    assertThatThrownBy(() -> loader.loadClass(AgentClassLoaderTest.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void jdksClasses_areTheJdks() throws Exception {
    assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
    assertThat(loader.loadClass("java.sql.Driver")).isSameAs(java.sql.Driver.class);
  }

  @Test
  void package_tellsWhoseItIs() throws Exception {
    Package own = loader.loadClass(FIRST).getPackage();

    assertThat(own.getName()).isEqualTo("dev.telemetry.agent.boot.inside");
    assertThat(own.getImplementationTitle()).isEqualTo("Telemetry Agent");
    assertThat(own).isSameAs(loader.loadClass(SECOND).getPackage());
  }

  @Test
  void classFiles_areFoundByTheirUsualName() throws IOException {
    try (InputStream in = loader.getResourceAsStream(FIRST.replace('.', '/') + ".class")) {
      assertThat(in).isNotNull().hasBinaryContent(classFile(FIRST));
    }
  }

  @Test
  void resources_areFoundByTheirUsualName() throws IOException {
    URL found = Objects.requireNonNull(loader.getResource(SERVICES));

    assertThat(found.toString()).endsWith("!/agent/" + SERVICES);
    assertThat(found.openStream()).hasContent("example.First\n");
    assertThat(Collections.list(loader.getResources(SERVICES))).hasSize(1);
  }

  @Test
  void missingResources_areNone() throws IOException {
    assertThat(loader.getResource("missing")).isNull();
    assertThat(loader.getResourceAsStream("missing")).isNull();
    assertThat(Collections.list(loader.getResources("missing"))).isEmpty();
  }

  @Test
  void jdksResources_areFoundToo() throws IOException {
    try (InputStream in = loader.getResourceAsStream("java/lang/Object.class")) {
      assertThat(in).isNotNull();
    }
  }

  @Test
  void missingJar_isRefused(@TempDir Path empty) {
    assertThatThrownBy(() -> new AgentClassLoader(empty.resolve("none.jar").toFile()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void manyThreads_getTheSameClass() throws Exception {
    int count = 8;
    CyclicBarrier together = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Future<Class<?>>> loaded = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = i % 2 == 0 ? FIRST : SECOND;
      loaded.add(
          threads.submit(
              () -> {
                together.await();
                return loader.loadClass(name);
              }));
    }
    for (int i = 0; i < count; i++) {
      assertThat(loaded.get(i).get(BOUND_SECONDS, TimeUnit.SECONDS))
          .isSameAs(loaded.get(i % 2).get());
    }
    threads.shutdown();
  }

  @Test
  void loading_takesNoLockOfTheWholeLoader() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    synchronized (loader) {
      assertThat(thread.submit(() -> loader.loadClass(FIRST)).get(BOUND_SECONDS, TimeUnit.SECONDS))
          .isNotNull();
    }
    thread.shutdown();
  }

  private static String hidden(String className) {
    return "agent/" + className.replace('.', '/') + ".classdata";
  }

  private static byte[] classFile(String className) throws IOException {
    try (InputStream in =
        AgentClassLoaderTest.class.getResourceAsStream(
            "/" + className.replace('.', '/') + ".class")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
  }
}
