package dev.telemetry.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a container has logged, comparable between two runs.
 *
 * @param outcome how its process ended
 * @param lines sorted, because threads write in any order; each with the file it comes from
 */
record ContainerLog(Outcome outcome, List<String> lines) {

  static ContainerLog of(Path folder, Outcome outcome) {
    List<String> all = new ArrayList<>();
    outcome.stdout().lines().forEach(line -> all.add("stdout: " + comparable(line)));
    outcome
        .stderr()
        .lines()
        .filter(line -> !isOfTheAgent(line))
        .forEach(line -> all.add("stderr: " + comparable(line)));
    TreeMap<String, String> files = new TreeMap<>();
    Trees.files(folder).forEach(file -> files.put(withoutDate(file), Trees.read(file)));
    // the console has it too, and Tomcat may lose the last lines of this file when it ends
    files.remove("catalina.log");
    files.forEach(
        (name, text) -> text.lines().forEach(line -> all.add(name + ": " + comparable(line))));
    return new ContainerLog(outcome, all.stream().filter(l -> !mayDiffer(l)).sorted().toList());
  }

  /** What only one of the two has: {@code -} this one, {@code +} the other. */
  List<String> differences(ContainerLog other) {
    List<String> missing = new ArrayList<>(lines);
    other.lines.forEach(missing::remove);
    List<String> added = new ArrayList<>(other.lines);
    lines.forEach(added::remove);
    return Stream.concat(
            missing.stream().map(line -> "- " + line), added.stream().map(line -> "+ " + line))
        .toList();
  }

  /** Without time stamps, thread names, ports, durations and the run's own folder. */
  static String comparable(String line) {
    return line.replaceAll("\\d\\d-\\w{3}-\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{3}", "TIME")
        .replaceAll("\\[\\d\\d/\\w{3}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}\\]", "TIME")
        .replaceAll("(TIME \\w+) \\[[^\\]]*\\]", "$1 [THREAD]")
        .replaceAll("-\\d+\"\\]", "-PORT\"]")
        .replaceAll("\\[[\\d,.]+\\] (ms|milliseconds)", "[N] $1")
        .replaceAll("[0-9A-F]{32}", "SESSION")
        .replaceAll("(\\w)@[0-9a-f]{1,8}", "$1@HASH")
        .replaceAll("run-\\d+", "RUN");
  }

  private static String withoutDate(Path file) {
    return file.getFileName().toString().replaceAll("\\.\\d{4}-\\d\\d-\\d\\d", "");
  }

  private static boolean isOfTheAgent(String line) {
    return line.startsWith("telemetry: ");
  }

  /**
   * How the container was started, how far an answer without an end has come, and a warning that
   * depends on how busy the machine is.
   */
  private static boolean mayDiffer(String line) {
    return line.contains("Command line argument: -javaagent:")
        || line.contains("/stockticker")
        || line.contains("Creation of SecureRandom instance");
  }
}
