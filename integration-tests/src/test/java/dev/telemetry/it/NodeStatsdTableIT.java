package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.instrumentation.testing.Docker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page says that Etsy's statsd makes of our lines, it does make of them. */
final class NodeStatsdTableIT {
  private static final int JAVA = 17;
  private static final int REQUESTS = 60;

  private static final Path PAGE =
      Artifacts.module().resolve("../docs/reporters/statsd-and-datadog-lines.md");

  private static final String EVENTS =
      """
        datadog:
          events: [{event: http.server.request, title: a request}]
          service-checks: [{event: http.server.request, name: up, status: {absent: ok, from: error.type, "*": critical}}]
      """;

  @Test
  void page_saysWhatTheServerStores() {
    Docker.require(NodeStatsd.IMAGE);
    List<String> table = table();
    if (Boolean.getBoolean("update.docs")) {
      write(Stream.concat(page().stream().filter(line -> !isRow(line)), table.stream()).toList());
    }
    assertThat(page()).filteredOn(NodeStatsdTableIT::isRow).isEqualTo(table);
  }

  private static List<String> table() {
    List<String> rows = new ArrayList<>();
    rows.add("| metric | standard line | the server stores | datadog line | the server stores |");
    rows.add("|---|---|---|---|---|");
    List<String> standard = lines("flavor: standard", "");
    List<String> datadog = lines("flavor: datadog, packing: false", "");
    try (NodeStatsd first = new NodeStatsd();
        NodeStatsd second = new NodeStatsd()) {
      for (String metric : metrics(datadog)) {
        String ours = cells(first, last(standard, metric + "[.:].*"));
        rows.add("| `" + metric + "` |" + ours + cells(second, last(datadog, metric + ":.*")));
      }
    }
    rows.addAll(withoutStandard(lines("flavor: datadog", EVENTS)));
    return rows;
  }

  private static List<String> withoutStandard(List<String> lines) {
    String packed = last(lines, "http.server.request.duration:[^|]*:.*");
    String two = packed.replaceFirst("^([^:]*:[^:|]*:[^:|]*)[^|]*", "$1");
    try (NodeStatsd server = new NodeStatsd()) {
      return List.of(
          "| two values packed | | |" + cells(server, two),
          "| an event | | |" + cells(server, last(lines, "_e.*")),
          "| a service check | | |" + cells(server, last(lines, "_sc.*")));
    }
  }

  private static String cells(NodeStatsd server, String line) {
    ReplayedLine replayed = ReplayedLine.on(server, line);
    return " `" + replayed.line().replace("|", "\\|") + "` | " + replayed.stored() + " |";
  }

  private static Iterable<String> metrics(List<String> lines) {
    TreeSet<String> names = new TreeSet<>();
    lines.forEach(line -> names.add(StatsdLine.parse(line).name()));
    names.removeIf(name -> name.startsWith("telemetry."));
    return names;
  }

  /** The last one by its letters, which is there in every run. */
  private static String last(List<String> lines, String regex) {
    return lines.stream()
        .filter(line -> line.matches(regex))
        .max(Comparator.comparing(line -> line.replaceFirst("[:|].*?(#|$)", "")))
        .orElseThrow(() -> new AssertionError("no " + regex + " in " + lines.size() + " lines"));
  }

  /** What the agent writes for an application with one route and one table. */
  private static List<String> lines(String options, String more) {
    try (StatsdSocket statsd = new StatsdSocket()) {
      String where = "reporters:\n  statsd: {host: 127.0.0.1, port: %d, %s}\n";
      ForkedJvm jvm = Library.on(JAVA).flags("-XX:+UseSerialGC");
      visit(jvm.agent(where.formatted(statsd.port(), options) + more));
      statsd.awaitAll();
      return statsd.lines();
    }
  }

  private static void visit(ForkedJvm jvm) {
    try (Library library = Library.open(JAVA, jvm)) {
      try (Visitor visitor = library.visitor()) {
        for (int i = 0; i < REQUESTS; i++) {
          assertThat(visitor.get("/pages/ada", "visitor")).isEqualTo(200);
        }
      }
      assertThat(library.histogram().bytes()).as("after a collection").isPositive();
      library.end();
    }
  }

  private static boolean isRow(String line) {
    return line.startsWith("|");
  }

  private static List<String> page() {
    try {
      return Files.readAllLines(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(List<String> lines) {
    try {
      Files.write(PAGE, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
