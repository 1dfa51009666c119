package dev.telemetry.agent.cli;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How a JVM writes what it has loaded, and begins with it the next time. */
enum ClassCache {
  /**
   * The AOT cache (JEP 483, 514). The agent brings the module {@code java.instrument} along, and a
   * JVM takes no cache that was written without it; written with an agent, the JVM of Java 25 ends
   * with a fault as it takes it.
   */
  AOT(25, "-XX:AOTCacheOutput=app.aot", "-XX:AOTCache=app.aot") {
    @Override
    JavaCommand training(JavaCommand command) {
      return super.training(command).with("--add-modules=java.instrument");
    }
  },

  /** An archive of classes that is written as the JVM ends (JEP 350). */
  APP_CDS(13, "-XX:ArchiveClassesAtExit=app.jsa", "-XX:SharedArchiveFile=app.jsa");

  private static final Predicate<String> OF_CACHES =
      option -> option.matches("-XX:(AOT|SharedArchiveFile|ArchiveClassesAtExit|.AOT).*|-Xshare.*");
  private static final String AGENT = "-javaagent:";

  private final int since;
  private final String written;
  private final String used;

  ClassCache(int since, String written, String used) {
    this.since = since;
    this.written = written;
    this.used = used;
  }

  /** Returns the best that a Java of that version has; null where it has none. */
  static @Nullable ClassCache of(int java) {
    for (ClassCache kind : values()) {
      if (java >= kind.since) {
        return kind;
      }
    }
    return null;
  }

  /** The command that writes it: without any agent, whose classes would be in its way. */
  JavaCommand training(JavaCommand command) {
    return command.without(OF_CACHES.or(option -> option.startsWith(AGENT))).with(written);
  }

  /** The command that begins with it. */
  JavaCommand using(JavaCommand command) {
    return command.without(OF_CACHES).with(used);
  }
}
