package dev.telemetry.agent.boot;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Holds all of the agent but its entry, invisible to the application: its classes lie in the jar
 * under a folder and a suffix that no other loader reads, and it sees only the JDK beside them.
 */
public class AgentClassLoader extends ClassLoader {
  private static final String FOLDER = "agent/";
  private static final String SUFFIX = ".classdata";
  private static final @Nullable String VERSION =
      AgentClassLoader.class.getPackage().getImplementationVersion();

  static {
    registerAsParallelCapable();
  }

  private final File file;
  private final JarFile jar;

  /**
   * Opens the agent's jar and keeps it open.
   *
   * @throws IOException where it can't be read
   */
  public AgentClassLoader(File file) throws IOException {
    super(platform());
    this.file = file;
    this.jar = new JarFile(file, false);
  }

  /** Not the system loader's parent: {@code -Djava.system.class.loader} puts one in between. */
  private static ClassLoader platform() {
    ClassLoader last = getSystemClassLoader();
    while (last.getParent() != null) {
      last = last.getParent();
    }
    return last;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] classFile = classFile(name.replace('.', '/'));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    definePackageOf(name);
    return defineClass(
        name, classFile, 0, classFile.length, AgentClassLoader.class.getProtectionDomain());
  }

  /** Returns the bytes of a class, named with slashes; null where the jar has none. */
  byte @Nullable [] classFile(String name) {
    return read(FOLDER + name + SUFFIX);
  }

  /** The agent's classes tell their version by their package, as those of any jar do. */
  private void definePackageOf(String name) {
    String owner = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    if (owner.startsWith("dev.telemetry.") && getPackage(owner) == null) {
      try {
        definePackage(owner, null, null, null, "Telemetry Agent", VERSION, null, null);
      } catch (IllegalArgumentException definedMeanwhile) {
        // another thread was faster
      }
    }
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      ZipEntry entry = jar.getEntry(entryName(name));
      return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
    } catch (IOException unreadable) {
      return null;
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String entry = entryName(name);
    try {
      return jar.getEntry(entry) == null ? null : new URL("jar:" + file.toURI() + "!/" + entry);
    } catch (MalformedURLException impossible) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL found = findResource(name);
    return found == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(Collections.singleton(found));
  }

  private static String entryName(String resource) {
    return resource.endsWith(".class")
        ? FOLDER + resource.substring(0, resource.length() - ".class".length()) + SUFFIX
        : FOLDER + resource;
  }

  private byte @Nullable [] read(String name) {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] bytes = new byte[(int) entry.getSize()]; // known: a growing buffer costs twice as much
      for (int from = 0, count; from < bytes.length; from += count) {
        count = in.read(bytes, from, bytes.length - from);
        if (count < 0) {
          return null;
        }
      }
      return bytes;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
