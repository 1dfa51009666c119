package dev.telemetry.benchmarks.process;

import dev.telemetry.benchmarks.limits.EmptyAgent;
import dev.telemetry.benchmarks.limits.NullTransformerAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The agents that do nothing, packed as jars. */
public final class LimitAgents {
  /** Returns at once. */
  public static final String EMPTY = "empty agent";

  /** Is shown every class. */
  public static final String NULL_TRANSFORMER = "transformer that returns null";

  private LimitAgents() {}

  /** Packs the first. */
  public static Agent empty(Path folder) throws IOException {
    return Agent.of(EMPTY, jar(folder.resolve("empty.jar"), EmptyAgent.class));
  }

  /** Packs the second. */
  public static Agent nullTransformer(Path folder) throws IOException {
    Path jar = folder.resolve("null-transformer.jar");
    Class<?> inner = NullTransformerAgent.class.getDeclaredClasses()[0];
    return Agent.of(NULL_TRANSFORMER, jar(jar, NullTransformerAgent.class, inner));
  }

  private static Path jar(Path file, Class<?> agent, Class<?>... more) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", agent.getName());
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      add(jar, agent);
      for (Class<?> type : more) {
        add(jar, type);
      }
    }
    return file;
  }

  private static void add(JarOutputStream jar, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    jar.putNextEntry(new JarEntry(name));
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      in.transferTo(jar);
    }
  }
}
