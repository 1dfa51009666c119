package dev.telemetry.instrumentation.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * Holds one library in one version, and the test's own classes that use it, so that every version
 * is tested in one JVM by classes that are written once.
 *
 * <p>Those classes are in the package {@code inside} below that of the test. Whatever else is below
 * {@code dev.telemetry} is the test's own; all other classes are the library's or the JDK's.
 * Thread-safe.
 */
public final class LibraryLoader extends URLClassLoader {
  private final ClassLoader outside;
  private final String inside;
  private final Map<String, String> renamings;

  private LibraryLoader(URL[] jars, Class<?> test, Map<String, String> renamings) {
    super(jars, ClassLoader.getSystemClassLoader().getParent());
    outside = Objects.requireNonNull(test.getClassLoader());
    String name = test.getName();
    inside = name.substring(0, name.lastIndexOf('.')) + ".inside.";
    this.renamings = renamings;
  }

  /**
   * Opens a library.
   *
   * @param test a class of the package that has the package {@code inside}
   * @param folder that the build has laid the library's jars out in, alone
   */
  public static LibraryLoader of(Class<?> test, Path folder) {
    return of(test, folder, Collections.emptyMap());
  }

  /**
   * Opens a library whose packages have other names in this version.
   *
   * @param renamings prefixes of internal names, as compiled and as this version has them
   */
  public static LibraryLoader of(Class<?> test, Path folder, Map<String, String> renamings) {
    try (Stream<Path> jars = Files.list(folder)) {
      return new LibraryLoader(jars.map(LibraryLoader::url).toArray(URL[]::new), test, renamings);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }

  /**
   * Makes an object of a class inside, by its constructor without parameters.
   *
   * @param type what the test knows it as
   */
  public <T> T make(Class<T> type, String simpleName) throws ReflectiveOperationException {
    return type.cast(loadClass(inside + simpleName).getConstructor().newInstance());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (name.startsWith(inside)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
      return name.startsWith("dev.telemetry.")
          ? outside.loadClass(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    String file = name.replace('.', '/') + ".class";
    try (InputStream compiled = outside.getResourceAsStream(file)) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(Objects.requireNonNull(compiled, file))
          .accept(new ClassRemapper(writer, new Prefixes()), 0);
      byte[] renamed = writer.toByteArray();
      return defineClass(name, renamed, 0, renamed.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  private final class Prefixes extends Remapper {
    Prefixes() {
      super(Opcodes.ASM9);
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
