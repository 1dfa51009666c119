package dev.telemetry.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Class files as resources of a loader. */
final class ClassFiles {
  private ClassFiles() {}

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
