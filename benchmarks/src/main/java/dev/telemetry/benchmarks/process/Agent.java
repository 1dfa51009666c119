package dev.telemetry.benchmarks.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM is measured under.
 *
 * @param name how tables call it
 * @param flags the JVM's flags that bring it
 */
public record Agent(String name, List<String> flags) {
  private static final String OPTION = "-javaagent:";

  /** No agent at all. */
  public static final Agent NONE = new Agent("none", List.of());

  /** No agent once more: how far two runs of the same thing are apart. */
  public static final Agent AGAIN = new Agent("none again", List.of());

  static Agent of(String name, Path jar, String... settings) {
    return new Agent(name, Stream.concat(Stream.of(OPTION + jar), Stream.of(settings)).toList());
  }

  /** The same agent with further flags. */
  public Agent with(String... more) {
    return new Agent(name, Stream.concat(flags.stream(), Stream.of(more)).toList());
  }

  /** Its jar; null where there is no agent. */
  public @Nullable Path jar() {
    return flags.stream()
        .filter(flag -> flag.startsWith(OPTION))
        .map(flag -> Path.of(flag.substring(OPTION.length()).split("=", 2)[0]))
        .findFirst()
        .orElse(null);
  }
}
