package dev.telemetry.it;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The {@code telemetry.yaml} of a {@link Library} that runs, in ever new versions. */
final class ReloadFile {
  private static final String NAME = "telemetry.yaml";
  private static final String ANOTHER = "another.yaml";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BROKEN_EVERY = 50;

  /** What all good versions have in common. */
  private static final String UNCHANGED =
      """
      reload: {every: 50ms}
      metrics:
        - {counter: requests, event: http.server.request, tags: [http.route]}
        - {counter: counted.count}
        - distribution: http.server.request.duration
          tags: [http.route]
          buckets: {by: http.route, "/pages/*": [0.001, 0.01], "*": [0.1]}
      """;

  private static final String COMES_AND_GOES =
      "  - {summary: %s, event: http.server.request, measurement: duration}\n";

  private static final String[] TAGS = {
    "http.route", "http.route, http.request.method", "url.scheme"
  };

  private static final String MEASURE =
      """
      measure:
        - {methods: example.library.Pages.count, event: counted}
      """;

  private static final String MEASURED_NOW_AND_THEN =
      "  - methods: example.library.Pages.described\n";

  private static final String REPORTER =
      """
      tags: {phase: "%d"}
      reporters:
        statsd: {flavor: datadog, port: %d, every: 200ms, mtu: %d}
      """;

  private final ForkedJvm jvm;
  private final Library library;
  private final int port;
  private int versions;
  private int others;
  private int broken;

  /** Of that application, whose agent reports to a port of loopback. */
  ReloadFile(ForkedJvm jvm, Library library, int port) {
    this.jvm = jvm;
    this.library = library;
    this.port = port;
  }

  /** What the agent starts with that reports to a port of loopback. */
  static String first(int port) {
    return UNCHANGED + MEASURE + String.format(REPORTER, 0, port, 1432);
  }

  /** How many versions the agent has seen beside the first. */
  int versions() {
    return versions;
  }

  /** How many of them were broken. */
  int broken() {
    return broken;
  }

  /** Writes the next version and waits for the agent's word. */
  void change() {
    int next = versions + 1;
    if (next % BROKEN_EVERY == 0) {
      broken++;
      put(UNCHANGED + "  - {conter: wrong}\n");
    } else {
      put(version(next));
    }
  }

  /**
   * Writes a version in which metrics alone come, change and go, always as many, and waits for
   * nothing.
   */
  void changeMetrics() {
    versions++;
    write(NAME, versions, metrics(versions));
  }

  /** Takes the same pains over a file that nobody looks at. */
  void changeAnother() {
    others++;
    write(ANOTHER, others, metrics(others));
  }

  private String metrics(int version) {
    return UNCHANGED
        + changed(version)
        + COMES_AND_GOES.formatted(version % 2 == 0 ? "comes" : "goes")
        + MEASURE
        + String.format(REPORTER, 0, port, 1432);
  }

  /** Writes what the agent has started with, and waits. */
  void rest() {
    put(first(port));
  }

  /** Each thing that changes does so in a rhythm of its own. */
  private String version(int next) {
    return UNCHANGED
        + changed(next)
        + (next % 2 == 0 ? COMES_AND_GOES.formatted("comes") : "")
        + MEASURE
        + (next / 3 % 2 == 0 ? MEASURED_NOW_AND_THEN : "")
        + String.format(REPORTER, next / 20 % 3, port, next / 10 % 2 == 0 ? 1432 : 1200);
  }

  private static String changed(int next) {
    return String.format(
        """
          - {counter: changed, event: http.server.request, tags: [%s], limit: %d}
          - distribution: bounded
            event: http.server.request
            measurement: duration
            buckets: [%d]
        """,
        TAGS[next % TAGS.length], 10 + next % 7, 1 + next % 5);
  }

  private void put(String text) {
    versions++;
    write(NAME, versions, text);
    Waiting.until(
        PATIENCE,
        () -> library.told("reload").size() == versions,
        () -> "no word of version " + versions + " in " + library.told(""));
  }

  /** By turns into the file itself, and beside it to take its place at once. */
  private void write(String name, int version, String text) {
    String whole = "# version " + version + "\n" + text;
    if (version % 2 == 0) {
      jvm.write(name, whole);
    } else {
      replace(jvm.write("next.yaml", whole), jvm.folder().resolve(name));
    }
  }

  private static void replace(Path from, Path to) {
    try {
      Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
