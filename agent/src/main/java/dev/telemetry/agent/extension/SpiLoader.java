package dev.telemetry.agent.extension;

import java.io.IOException;

/**
 * What all extensions see: the JDK, and of the agent the packages that they may use. Its classes
 * are the agent's own, so that what passes between the two is of one type.
 */
final class SpiLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final ClassLoader agent;
  private final SpiPackages packages;

  /**
   * Looks through to the agent's loader.
   *
   * @throws IOException where the jar is damaged
   */
  SpiLoader(ClassLoader agent) throws IOException {
    super(agent.getParent());
    this.agent = agent;
    packages = SpiPackages.read();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (!packages.hold(name)) {
      throw new ClassNotFoundException(name);
    }
    return agent.loadClass(name);
  }
}
