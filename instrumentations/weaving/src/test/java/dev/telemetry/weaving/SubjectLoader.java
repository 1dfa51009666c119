package dev.telemetry.weaving;

/** Loads subjects anew, all else from the test's loader. */
final class SubjectLoader extends ClassLoader {
  SubjectLoader() {
    super(SubjectLoader.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(Subjects.class.getName())) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) {
    byte[] bytes = GivenClasses.classFile(name);
    return defineClass(name, bytes, 0, bytes.length);
  }
}
