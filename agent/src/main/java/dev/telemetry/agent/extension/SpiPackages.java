package dev.telemetry.agent.extension;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The packages of the agent that an extension may use, by their list in the jar. Immutable. */
final class SpiPackages {
  private static final String LIST = "spi-packages.txt";
  private static final String ALL_BELOW = ".**";

  private final Set<String> packages = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();

  private SpiPackages() {}

  /**
   * Reads the list.
   *
   * @throws IOException where the jar is damaged
   */
  static SpiPackages read() throws IOException {
    SpiPackages spi = new SpiPackages();
    try (BufferedReader lines = list()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        spi.add(line);
      }
    }
    return spi;
  }

  private static BufferedReader list() throws IOException {
    InputStream in = SpiPackages.class.getResourceAsStream(LIST);
    if (in == null) {
      throw new IOException("the jar has no " + LIST);
    }
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  private void add(String line) {
    if (line.endsWith(ALL_BELOW)) {
      prefixes.add(line.substring(0, line.length() - ALL_BELOW.length() + 1));
    } else {
      packages.add(line);
    }
  }

  /** Tells whether a class is in one of them. */
  boolean hold(String className) {
    return packages.contains(className.substring(0, Math.max(0, className.lastIndexOf('.'))))
        || prefixes.stream().anyMatch(className::startsWith);
  }
}
