package dev.telemetry.weaving;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Class files, in files and as resources of a loader. */
final class ClassFiles {
  private ClassFiles() {}

  /**
   * Returns the bytes of a class that is loaded; null where there are none. Its loader is asked
   * only where the class is of no plain file: one that was closed, as Tomcat's are when an
   * application stops, complains in the application's log of each question.
   */
  static byte @Nullable [] read(Class<?> type, ClassLoader loader) {
    String name = type.getName().replace('.', '/');
    try {
      URL origin = origin(type);
      return origin != null && origin.getProtocol().equals("file")
          ? read(new File(origin.toURI()), name + ".class")
          : read(loader, name);
    } catch (IOException | URISyntaxException | RuntimeException unreadable) {
      return null;
    }
  }

  /** Returns the folder or the jar that a class is from; null where nobody told. */
  private static @Nullable URL origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null ? null : source.getLocation();
  }

  private static byte @Nullable [] read(File origin, String name) throws IOException {
    if (origin.isDirectory()) {
      File file = new File(origin, name);
      return file.isFile() ? Files.readAllBytes(file.toPath()) : null;
    }
    try (JarFile jar = new JarFile(origin, false)) {
      ZipEntry entry = jar.getEntry(name);
      return entry == null ? null : readFully(jar.getInputStream(entry));
    }
  }

  /** Returns the bytes of a class as its loader sees them; null where it has none. */
  static byte @Nullable [] read(ClassLoader loader, String internalName) {
    try (InputStream in = open(loader, internalName + ".class")) {
      return in == null ? null : readFully(in);
    } catch (IOException | RuntimeException | LinkageError unreadable) {
      // a loader that can't give it: the class counts as unknown
      return null;
    }
  }

  /** Returns the bytes of a class of ours, out of the jar that the agent's loader keeps open. */
  static byte @Nullable [] readOwn(ClassLoader agent, String internalName) {
    try (InputStream in = agent.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : readFully(in);
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** Past the JDK's cache of jar files, which would keep the application's files open for good. */
  private static @Nullable InputStream open(ClassLoader loader, String resource)
      throws IOException {
    URL url = loader.getResource(resource);
    if (url == null) {
      return loader.getResourceAsStream(resource);
    }
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    return connection.getInputStream();
  }

  private static byte[] readFully(InputStream in) throws IOException {
    byte[] bytes = new byte[Math.max(in.available(), 1024)];
    int size = 0;
    int count = in.read(bytes, 0, bytes.length);
    while (count >= 0) {
      size += count;
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, size * 2);
      }
      count = in.read(bytes, size, bytes.length - size);
    }
    return Arrays.copyOf(bytes, size);
  }
}
