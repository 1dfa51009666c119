package dev.telemetry.agent.extension;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** One jar with its class loader; nothing of it is loaded before it is asked for. */
final class Extension {
  /** The number of the contract that extensions are written against. */
  static final int SPI = 1;

  private static final String WANTED_SPI = "Telemetry-Spi";
  private static final String SUFFIX = ".jar";

  private final File jar;
  private final ClassLoader loader;

  private Extension(File jar, ClassLoader loader) {
    this.jar = jar;
    this.loader = loader;
  }

  /**
   * Opens a jar; what lies in the folder of its name, less {@code .jar}, are its libraries.
   *
   * @throws IOException where it can't be read or is written for a newer agent
   */
  static Extension open(File jar, ClassLoader spi) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      requireSpi(file.getManifest());
    }
    String path = jar.getPath();
    List<File> jars = new ArrayList<>();
    jars.add(jar);
    jars.addAll(jarsIn(new File(path.substring(0, path.length() - SUFFIX.length()))));
    return new Extension(jar, new ExtensionLoader(urls(jars), spi));
  }

  /** Returns the jars in a folder by name; none where there is no such folder. */
  static List<File> jarsIn(File folder) {
    File[] jars = folder.listFiles(Extension::isJar);
    if (jars == null) {
      return new ArrayList<>();
    }
    Arrays.sort(jars);
    return Arrays.asList(jars);
  }

  static boolean isJar(File file) {
    return file.getName().endsWith(SUFFIX) && file.isFile();
  }

  private static void requireSpi(Manifest manifest) throws IOException {
    String wanted = manifest == null ? null : manifest.getMainAttributes().getValue(WANTED_SPI);
    if (wanted != null && !wanted.trim().equals(Integer.toString(SPI))) {
      throw new IOException(
          "expected " + WANTED_SPI + ": " + SPI + " in its manifest, got " + wanted.trim());
    }
  }

  private static URL[] urls(List<File> jars) throws MalformedURLException {
    URL[] urls = new URL[jars.size()];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = jars.get(i).toURI().toURL();
    }
    return urls;
  }

  /** Returns the jar's name, for people. */
  String name() {
    return jar.getName();
  }

  /** Returns the names that the jar's own service file has for a type; none without one. */
  List<String> serviceNames(Class<?> type) throws IOException {
    List<String> names = new ArrayList<>();
    try (JarFile file = new JarFile(jar)) {
      ZipEntry entry = file.getEntry("META-INF/services/" + type.getName());
      if (entry != null) {
        readNames(file.getInputStream(entry), names);
      }
    }
    return names;
  }

  private static void readNames(InputStream in, List<String> names) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String name = line.replaceFirst("#.*", "").trim();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
  }

  /** Finds a class by name, in the extension or what it sees; does not initialise it. */
  Class<?> find(String className) throws ClassNotFoundException {
    return Class.forName(className, false, loader);
  }
}
