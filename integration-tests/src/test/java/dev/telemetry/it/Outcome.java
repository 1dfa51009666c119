package dev.telemetry.it;

import java.util.List;

/**
 * How a process ended.
 *
 * @param exitCode 0 where it ended well
 * @param stdout all it wrote there
 * @param stderr all it wrote there, the agent's words included
 */
record Outcome(int exitCode, String stdout, String stderr) {

  /** The lines on standard error that contain the words. */
  List<String> told(String words) {
    return stderr.lines().filter(line -> line.contains(words)).toList();
  }
}
