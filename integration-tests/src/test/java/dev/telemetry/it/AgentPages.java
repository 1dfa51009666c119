package dev.telemetry.it;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the agent of an application answers at its own port. */
final class AgentPages {
  private static final Pattern HISTORY_BYTES =
      Pattern.compile("\\{\"start\":\\d+.*?\"bytes\":(\\d+)");

  private final int port;

  AgentPages(int port) {
    this.port = port;
  }

  /** Those of an application that has said, or will, where its agent listens. */
  static AgentPages of(RunningProcess process) {
    String port = process.awaitOutput("listening at http://[^ ]+:(\\d+)").group(1);
    return new AgentPages(Integer.parseInt(port));
  }

  String metrics() {
    return body("/metrics");
  }

  String status() {
    return body("/status");
  }

  /** How much the dashboard's hour takes by now: it grows until the hour is over, and no longer. */
  long historyBytes() {
    Matcher bytes = HISTORY_BYTES.matcher(body("/dashboard/history"));
    if (!bytes.lookingAt()) {
      throw new AssertionError("no history that tells its bytes");
    }
    return Long.parseLong(bytes.group(1));
  }

  /** Waits until a line of the metrics begins like this. */
  void awaitMetric(String regex) {
    await("/metrics", Pattern.compile("(?m)^" + regex));
  }

  /** Waits until the state has this somewhere. */
  void awaitStatus(String regex) {
    await("/status", Pattern.compile(regex));
  }

  private void await(String path, Pattern words) {
    Waiting.until(
        RunningProcess.DEADLINE,
        () -> words.matcher(body(path)).find(),
        () -> "no " + words + " in\n" + body(path));
  }

  private String body(String path) {
    return Http.get(URI.create("http://127.0.0.1:" + port + path)).body();
  }
}
