package dev.telemetry.agent.boot;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/**
 * The class path that the application sees. Java 8 puts an agent's jar on it, where servers that
 * scan for annotations and tag libraries find it, and tell so; later versions keep it apart.
 */
final class ApplicationClassPath {
  private static final String PROPERTY = "java.class.path";

  private ApplicationClassPath() {}

  /** Takes a jar off it again, as the last that was put there; the classes in it stay loadable. */
  static void hide(File jar) {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    if (!(loader instanceof URLClassLoader)) {
      return;
    }
    try {
      hideFromProperty(jar);
      hideFromUrls(jar.toURI().toURL(), loader);
    } catch (Exception | LinkageError unlike) {
      // another vendor's Java 8: it stays visible, which harms nothing
    }
  }

  private static void hideFromProperty(File jar) throws IOException {
    String path = System.getProperty(PROPERTY, "");
    int last = path.lastIndexOf(File.pathSeparatorChar);
    if (last >= 0 && isSame(jar, path.substring(last + 1))) {
      System.setProperty(PROPERTY, path.substring(0, last));
    }
  }

  private static boolean isSame(File jar, String entry) throws IOException {
    return new File(entry).getCanonicalFile().equals(jar.getCanonicalFile());
  }

  private static void hideFromUrls(URL jar, ClassLoader loader)
      throws ReflectiveOperationException {
    Object classPath = value(URLClassLoader.class.getDeclaredField("ucp"), loader);
    List<?> urls = (List<?>) value(classPath.getClass().getDeclaredField("path"), classPath);
    String name = jar.toString();
    for (int i = urls.size() - 1; i >= 0; i--) {
      if (name.equals(String.valueOf(urls.get(i)))) {
        urls.remove(i);
        return;
      }
    }
  }

  private static Object value(Field field, Object owner) throws ReflectiveOperationException {
    field.setAccessible(true);
    return field.get(owner);
  }
}
