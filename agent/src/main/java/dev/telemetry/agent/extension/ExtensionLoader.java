package dev.telemetry.agent.extension;

import java.net.URL;
import java.net.URLClassLoader;

/** The classes of one extension: its jar and its libraries, behind what all extensions see. */
final class ExtensionLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  ExtensionLoader(URL[] jars, ClassLoader spi) {
    super(jars, spi);
  }
}
