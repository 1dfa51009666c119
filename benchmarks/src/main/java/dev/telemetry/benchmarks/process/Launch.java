package dev.telemetry.benchmarks.process;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a JVM is to be started.
 *
 * @param jdk by which JDK
 * @param flags of the JVM, without the agent's
 * @param program the main class or {@code -jar} and a file, then arguments
 */
public record Launch(Jdk jdk, List<String> flags, List<String> program) {

  /** The same, under that agent. */
  List<String> command(Agent agent) {
    return Stream.of(List.of(jdk.tool("java")), agent.flags(), flags, program)
        .flatMap(List::stream)
        .toList();
  }

  /** The same, with further flags of the JVM. */
  public Launch with(String... more) {
    return new Launch(jdk, Stream.concat(flags.stream(), Stream.of(more)).toList(), program);
  }
}
