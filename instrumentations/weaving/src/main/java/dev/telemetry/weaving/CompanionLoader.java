package dev.telemetry.weaving;

import org.jspecify.annotations.Nullable;

/**
 * Defines companions between two worlds: the library's types come from the library's loader, ours
 * from the agent's.
 */
final class CompanionLoader extends ClassLoader {
  private static final String OURS = "dev.telemetry.";

  private final ClassLoader agent;
  private final String companionPackage;
  private final Renaming renaming;

  CompanionLoader(
      @Nullable ClassLoader library,
      ClassLoader agent,
      String companionPackage,
      Renaming renaming) {
    super(library);
    this.agent = agent;
    this.companionPackage = companionPackage;
    this.renaming = renaming;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(OURS)) {
      return super.loadClass(name, resolve);
    }
    if (!name.startsWith(companionPackage)) {
      return agent.loadClass(name);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] classFile = ClassFiles.readOwn(agent, name.replace('.', '/'));
    if (classFile == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] renamed = renaming.bytes(classFile);
    return defineClass(
        name, renamed, 0, renamed.length, CompanionLoader.class.getProtectionDomain());
  }
}
