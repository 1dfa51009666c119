package dev.telemetry.instrumentation.executor;

import dev.telemetry.Metadata;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What pools are told apart by: the name of their threads and their type. Immutable. */
final class PoolName {
  private static final Pattern NUMBER = Pattern.compile("[-_#: ]*\\d+$");
  private static final Pattern THREAD = Pattern.compile("[-_ ](thread|worker)$");

  /** Jetty names a pool that has no name by its hash, another one in every process. */
  private static final Pattern HASH = Pattern.compile("^qtp\\d+$");

  private final String name;
  private final String type;

  PoolName(String name, String type) {
    this.name = name;
    this.type = type;
  }

  /** Returns the name of a pool of which this is a thread: {@code pool-1-thread-7} of pool-1. */
  static PoolName of(Thread thread, String type) {
    String bare = NUMBER.matcher(thread.getName()).replaceFirst("");
    bare = THREAD.matcher(bare).replaceFirst("");
    bare = HASH.matcher(bare).replaceFirst("qtp");
    return new PoolName(bare.isEmpty() ? thread.getName() : bare, type);
  }

  /** Tells whether the agent's own threads are of this name. */
  boolean isOfTheAgent() {
    return name.startsWith("telemetry-");
  }

  @Nullable Object get(String key) {
    switch (key) {
      case ExecutorEvents.NAME:
        return name;
      case ExecutorEvents.TYPE:
        return type;
      default:
        return null;
    }
  }

  Metadata metadata() {
    return Metadata.of(ExecutorEvents.NAME, name).with(ExecutorEvents.TYPE, type);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PoolName
        && ((PoolName) other).name.equals(name)
        && ((PoolName) other).type.equals(type);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type);
  }

  @Override
  public String toString() {
    return name + " (" + type + ")";
  }
}
