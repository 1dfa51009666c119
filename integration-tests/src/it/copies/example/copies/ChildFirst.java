package example.copies;

import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;

/** Three copies of the API in three loaders, two of which ask their parent last. */
public final class ChildFirst {
  private ChildFirst() {}

  public static void main(String[] args) throws Exception {
    Orders own = new Orders("own");
    Runnable first = ordersOfItsOwn("first");
    Runnable second = ordersOfItsOwn("second");
    own.run();
    first.run();
    second.run();
  }

  private static Runnable ordersOfItsOwn(String name) throws Exception {
    ClassLoader loader = new Loader(ChildFirst.class.getClassLoader());
    Constructor<?> constructor =
        loader.loadClass("example.copies.Orders").getConstructor(String.class);
    if (constructor.getDeclaringClass() == Orders.class) {
      throw new IllegalStateException("no copy of its own");
    }
    return (Runnable) constructor.newInstance(name);
  }

  private static final class Loader extends URLClassLoader {
    Loader(ClassLoader parent) throws Exception {
      super(classPath(), parent);
    }

    private static URL[] classPath() throws Exception {
      String[] entries = System.getProperty("java.class.path").split(":");
      URL[] urls = new URL[entries.length];
      for (int i = 0; i < entries.length; i++) {
        urls[i] = new java.io.File(entries[i]).toURI().toURL();
      }
      return urls;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null) {
          try {
            loaded = findClass(name);
          } catch (ClassNotFoundException e) {
            return super.loadClass(name, resolve);
          }
        }
        return loaded;
      }
    }
  }
}
