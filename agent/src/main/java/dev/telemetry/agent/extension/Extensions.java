package dev.telemetry.agent.extension;

import dev.telemetry.agent.config.ConfigNode;
import dev.telemetry.agent.log.AgentLog;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The section {@code extensions}: a folder of jars, or one jar, opened once for the life of the
 * JVM.
 *
 * <p>Whatever is wrong with a jar is an error at the section that names the jar; all else goes on.
 */
public final class Extensions {
  /** The key in the configuration. */
  public static final String SECTION = "extensions";

  private final List<Extension> extensions = new ArrayList<>();
  private final ClassLoader spi;

  private Extensions(ClassLoader spi) {
    this.spi = spi;
  }

  /** Returns those of a configuration without the section. */
  public static Extensions none() {
    return new Extensions(Extensions.class.getClassLoader());
  }

  /** Opens the jars that the section names; loads no class of theirs. */
  public static Extensions open(ConfigNode section) {
    String path = section.text();
    if (path == null) {
      return none();
    }
    try {
      Extensions all = new Extensions(new SpiLoader(Extensions.class.getClassLoader()));
      for (File jar : jars(new File(path).getAbsoluteFile(), section)) {
        all.open(jar, section);
      }
      return all;
    } catch (IOException damaged) {
      section.problem(AgentLog.reason(damaged));
      return none();
    }
  }

  private static List<File> jars(File path, ConfigNode section) {
    if (Extension.isJar(path)) {
      return Collections.singletonList(path);
    }
    if (!path.isDirectory()) {
      section.error("a folder of jars, or one jar");
    }
    return Extension.jarsIn(path);
  }

  private void open(File jar, ConfigNode section) {
    try {
      extensions.add(Extension.open(jar, spi));
    } catch (IOException unreadable) {
      section.problem(jar.getName() + ": " + AgentLog.reason(unreadable));
    }
  }

  /**
   * Makes everything of a type that the jars' service files name. What can't be made is an error.
   *
   * @param take is given the jar's name and what was made; returns null, or why it is refused
   */
  public <T> void services(
      Class<T> type, ConfigNode section, BiFunction<String, T, @Nullable String> take) {
    for (Extension extension : extensions) {
      for (String name : namesIn(extension, type, section)) {
        String problem = made(extension, name, type, take);
        if (problem != null) {
          section.problem(extension.name() + ": " + name + ": " + problem);
        }
      }
    }
  }

  private static List<String> namesIn(Extension extension, Class<?> type, ConfigNode section) {
    try {
      return extension.serviceNames(type);
    } catch (IOException unreadable) {
      section.problem(extension.name() + ": " + AgentLog.reason(unreadable));
      return Collections.emptyList();
    }
  }

  /** Whatever comes out of a jar that somebody else wrote, it must not stop the agent. */
  private static <T> @Nullable String made(
      Extension extension,
      String name,
      Class<T> type,
      BiFunction<String, T, @Nullable String> take) {
    try {
      return take.apply(extension.name(), create(extension.find(name), type));
    } catch (ClassCastException other) {
      return "expected a " + type.getName();
    } catch (Throwable failure) {
      return AgentLog.reason(failure);
    }
  }

  /**
   * Makes an object by the class's public constructor without parameters.
   *
   * @throws Throwable what hinders it, that of the constructor itself
   */
  public static <T> T create(Class<?> found, Class<T> type) throws Throwable {
    try {
      return found.asSubclass(type).getConstructor().newInstance();
    } catch (java.lang.reflect.InvocationTargetException own) {
      throw own.getCause() == null ? own : own.getCause();
    }
  }

  /**
   * Finds a class of any extension by its name, the jars in alphabetical order, or one of the
   * packages that extensions may use.
   *
   * @throws ClassNotFoundException where no jar has it
   */
  public Class<?> find(String className) throws ClassNotFoundException {
    for (Extension extension : extensions) {
      try {
        return extension.find(className);
      } catch (ClassNotFoundException elsewhere) {
        // the next one may have it
      }
    }
    return Class.forName(className, false, spi);
  }
}
