package dev.telemetry.bus;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The API once more in a loader of its own, with an application that uses it. */
final class Copy implements AutoCloseable {
  private final URLClassLoader loader;

  Copy() {
    URL[] urls = {location(Bus.class), location(CopiedApplication.class)};
    loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  ClassLoader loader() {
    return loader;
  }

  /** Calls a static method of the copied application. */
  @Nullable Object call(String method, @Nullable Object... arguments)
      throws ReflectiveOperationException {
    Class<?> application = loader.loadClass(CopiedApplication.class.getName());
    for (Method each : application.getMethods()) {
      if (each.getName().equals(method)) {
        return each.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(method + Arrays.toString(arguments));
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }

  private static URL location(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }
}
