package dev.telemetry.instrumentation.servlet.containers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Holds one container and the application under the package names of that container's version, so
 * that the application is written once.
 */
final class ContainerLoader extends URLClassLoader {
  private static final String INSIDE = ContainerLoader.class.getPackageName() + ".inside.";

  private final Map<String, String> renamings;

  private ContainerLoader(URL[] jars, Map<String, String> renamings) {
    super(jars, ClassLoader.getPlatformClassLoader());
    this.renamings = renamings;
  }

  /**
   * Opens a container that the build has laid out.
   *
   * @param renamings prefixes of internal names, as compiled and as the container has them
   */
  static ContainerLoader of(String container, Map<String, String> renamings) throws IOException {
    try (Stream<Path> jars = Files.list(Path.of("target", "containers", container))) {
      return new ContainerLoader(jars.map(ContainerLoader::url).toArray(URL[]::new), renamings);
    }
  }

  Server server(String simpleName) throws ReflectiveOperationException {
    return (Server) loadClass(INSIDE + simpleName).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (name.startsWith(INSIDE)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
      return name.startsWith("dev.telemetry.")
          ? ContainerLoader.class.getClassLoader().loadClass(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream compiled =
        Objects.requireNonNull(ContainerLoader.class.getClassLoader().getResourceAsStream(file))) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(compiled).accept(new ClassRemapper(writer, new Prefixes()), 0);
      byte[] renamed = writer.toByteArray();
      return defineClass(name, renamed, 0, renamed.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  private final class Prefixes extends Remapper {
    Prefixes() {
      super(org.objectweb.asm.Opcodes.ASM9);
    }

    @Override
    public String map(String name) {
      for (Map.Entry<String, String> renaming : renamings.entrySet()) {
        if (name.startsWith(renaming.getKey())) {
          return renaming.getValue() + name.substring(renaming.getKey().length());
        }
      }
      return name;
    }
  }
}
