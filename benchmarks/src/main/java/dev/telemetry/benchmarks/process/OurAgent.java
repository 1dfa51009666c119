package dev.telemetry.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our agent, with the reporters that its jar knows. */
public final class OurAgent {
  /** The name, with its reporters. */
  public static final String NAME = "Telemetry Agent";

  /** The name without a configuration. */
  public static final String UNCONFIGURED = "Telemetry Agent (no configuration)";

  /** Sends events by the socket of StatsD's reporter. */
  private static final String DATADOG = "datadog";

  private final Path jar;
  private final Path folder;
  private final Map<String, String> reporters;

  /**
   * Asks the jar which reporters it knows.
   *
   * @param folder where configurations are written
   */
  public OurAgent(Path jar, Path folder, LoopbackSink sink) throws IOException {
    this.jar = jar;
    this.folder = Files.createDirectories(folder);
    reporters = known(candidates(sink));
  }

  /** The names of its reporters, in the order in which benchmarks add them. */
  public List<String> reporters() {
    return List.copyOf(reporters.keySet());
  }

  /** Those of them that need no other one. */
  public List<String> alone() {
    return reporters.keySet().stream().filter(name -> !name.equals(DATADOG)).toList();
  }

  /** Those of them that carry metrics away from a real application: all but the log. */
  public List<String> shipped() {
    return reporters.keySet().stream()
        .filter(name -> List.of("statsd", "prometheus", "otlp").contains(name))
        .toList();
  }

  /** The jar, for its size. */
  public Path jar() {
    return jar;
  }

  /** With no configuration at all. */
  public Agent unconfigured() {
    return Agent.of(UNCONFIGURED, jar);
  }

  /** With {@link #shipped()} and the default instrumentations and metrics. */
  public Agent configured() throws IOException {
    return named(NAME, configured(shipped(), ""));
  }

  /** With these reporters and further sections. */
  public Agent configured(List<String> names, String sections) throws IOException {
    Path file =
        folder.resolve("telemetry-" + String.join("-", names) + sections.hashCode() + ".yaml");
    return Agent.of(NAME, Path.of(jar + "=" + Files.writeString(file, yaml(names, sections))));
  }

  /** The same agent by another name. */
  public static Agent named(String name, Agent agent) {
    return new Agent(name, agent.flags());
  }

  private String yaml(List<String> names, String sections) {
    return sections + section(names.stream().map(reporters::get).toList());
  }

  private static String section(Collection<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder yaml = new StringBuilder("reporters:\n");
    lines.forEach(line -> yaml.append("  ").append(line).append('\n'));
    return yaml.toString();
  }

  private Map<String, String> known(Map<String, String> candidates) throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    for (Map.Entry<String, String> candidate : candidates.entrySet()) {
      known.put(candidate.getKey(), candidate.getValue());
      if (!accepts(section(known.values()))) {
        known.remove(candidate.getKey());
      }
    }
    return known;
  }

  private boolean accepts(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("check.yaml"), yaml);
    List<String> command = new ArrayList<>(List.of(Jdk.own().tool("java"), "-jar"));
    command.addAll(List.of(jar.toString(), "check", file.toString()));
    // What a later version will know is a note, and no error.
    Process check = new ProcessBuilder(command).redirectErrorStream(true).start();
    return check.getInputStream().readAllBytes().length == 0;
  }

  private static Map<String, String> candidates(LoopbackSink sink) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put(
        "statsd",
        "statsd: {flavor: datadog, host: 127.0.0.1, port: %d}".formatted(sink.statsdPort()));
    lines.put("prometheus", "prometheus: {}");
    lines.put("otlp", "otlp: {url: \"%s/v1/metrics\", every: 10s}".formatted(sink.url()));
    lines.put("log", "log: {every: 10s}");
    lines.put(DATADOG, "datadog: {events: [{event: benchmark.never, title: never, text: never}]}");
    return lines;
  }
}
