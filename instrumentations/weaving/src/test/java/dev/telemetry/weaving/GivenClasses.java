package dev.telemetry.weaving;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Defines the class files that it is given, and shows them as resources; all else its parent. */
class GivenClasses extends ClassLoader {
  /** The names of all classes it was asked for. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

  GivenClasses(@Nullable ClassLoader parent) {
    super(parent);
  }

  GivenClasses with(String name, byte[] classFile) {
    classFiles.put(name, classFile);
    return this;
  }

  GivenClasses with(Class<?> type) {
    return with(type.getName(), classFile(type));
  }

  byte[] given(String name) {
    return Objects.requireNonNull(classFiles.get(name));
  }

  static byte[] classFile(Class<?> type) {
    return classFile(type.getName());
  }

  static byte[] classFile(String name) {
    try (InputStream in =
        GivenClasses.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    asked.add(name);
    byte[] classFile = classFiles.get(name);
    if (classFile == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? defineClass(name, classFile, 0, classFile.length) : loaded;
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] classFile = classFiles.get(name.replace('/', '.').replaceAll("\\.class$", ""));
    return classFile == null
        ? super.getResourceAsStream(name)
        : new ByteArrayInputStream(classFile);
  }
}
