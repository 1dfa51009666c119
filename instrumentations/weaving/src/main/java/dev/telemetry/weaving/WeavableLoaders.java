package dev.telemetry.weaving;

import org.jspecify.annotations.Nullable;

/** The first look: loaders and names whose classes are never woven, but for single ones. */
final class WeavableLoaders {
  private static final String OURS = "dev/telemetry/";

  /** Loaders of the agent's own, such as an extension's, load what nobody asked to measure. */
  private static final String AGENT = "dev.telemetry.agent.";

  private final ClassLoader agent;
  private final ClassLoader system;
  private final boolean shared;
  private final @Nullable ClassLoader platform;

  WeavableLoaders(ClassLoader agent) {
    this(agent, ClassLoader.getSystemClassLoader());
  }

  WeavableLoaders(ClassLoader agent, ClassLoader system) {
    this.agent = agent;
    this.system = system;
    this.shared = agent == system;
    this.platform = platformOf(system);
  }

  /**
   * The end of the line, because {@code -Djava.system.class.loader} puts a loader in front of the
   * application's.
   */
  private static @Nullable ClassLoader platformOf(ClassLoader system) {
    ClassLoader last = system;
    while (last.getParent() != null) {
      last = last.getParent();
    }
    return last == system ? null : last;
  }

  /** Tells whether a loader is one of the JDK's, the boot loader among them. */
  boolean isOfJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == platform;
  }

  /** Returns who stands for a loader where one is needed: the boot loader is none. */
  ClassLoader standIn(@Nullable ClassLoader loader) {
    return loader == null ? system : loader;
  }

  /** Tells it of any class: of the JDK's, those alone that are targets by their names. */
  boolean mayWeave(@Nullable ClassLoader loader, String name, TargetIndex index) {
    return (loader == null || isOfJdk(loader)) ? index.isInJdk(name) : mayWeave(loader, name);
  }

  boolean mayWeave(ClassLoader loader, String name) {
    return loader != platform
        && (loader != agent || shared)
        && !isOurs(loader, name)
        && !(loader instanceof CompanionLoader)
        && !loader.getClass().getName().startsWith(AGENT)
        && !name.startsWith("sun/reflect/")
        && !name.startsWith("jdk/internal/reflect/");
  }

  /**
   * What carries events must not be measured, not even in an application's copy of the API, nor
   * what the JVM itself loads of the agent. In tests the agent's loader is no isolated one.
   */
  private boolean isOurs(ClassLoader loader, String name) {
    return name.startsWith(OURS)
        && (name.indexOf('/', OURS.length()) < 0
            || name.startsWith("bus/", OURS.length())
            || name.startsWith("dispatch/", OURS.length())
            || name.startsWith("agent/TelemetryAgent", OURS.length())
            || name.startsWith("agent/boot/", OURS.length())
            || (loader == agent && name.startsWith("weaving/", OURS.length())));
  }
}
