package dev.telemetry.benchmarks.process;

import java.nio.file.Path;
import java.util.List;

/**
 * The other agents, each set to reach nothing but the sink on loopback. What they would switch on
 * by themselves stays on, but for what asks a network (cloud metadata, remote configuration, their
 * makers' own statistics) and would wait for it.
 */
public final class Peers {
  /** The names, as tables have them. */
  public static final String OPEN_TELEMETRY = "OpenTelemetry (metrics only)";

  /** The same, with nothing that exports. */
  public static final String OPEN_TELEMETRY_QUIET = "OpenTelemetry (no exporter)";

  /** Datadog's. */
  public static final String DATADOG = "Datadog";

  /** Elastic's. */
  public static final String ELASTIC = "Elastic";

  /** All names. */
  public static final List<String> NAMES =
      List.of(OPEN_TELEMETRY, OPEN_TELEMETRY_QUIET, DATADOG, ELASTIC);

  private final Path jars;
  private final LoopbackSink sink;

  /**
   * Peers whose jars are in a folder.
   *
   * @param jars {@code opentelemetry-javaagent.jar}, {@code dd-java-agent.jar}, {@code
   *     elastic-apm-agent.jar}
   * @param sink where all of them send to
   */
  public Peers(Path jars, LoopbackSink sink) {
    this.jars = jars;
    this.sink = sink;
  }

  /** All of them. */
  public List<Agent> all() {
    return List.of(openTelemetry(), openTelemetryQuiet(), datadog(), elastic());
  }

  /** Those that measure as we do, and what measures a method of ours there. */
  public List<Agent> measuring(String type, String method) {
    return List.of(
        openTelemetry().with("-Dotel.instrumentation.methods.include=" + type + "[" + method + "]"),
        datadog().with("-Ddd.trace.methods=" + type + "[" + method + "]"),
        elastic().with("-Delastic.apm.trace_methods=" + type + "#" + method));
  }

  /** Its jar, for its size. */
  public Path jar(String name) {
    String file =
        switch (name) {
          case DATADOG -> "dd-java-agent.jar";
          case ELASTIC -> "elastic-apm-agent.jar";
          default -> "opentelemetry-javaagent.jar";
        };
    return jars.resolve(file);
  }

  private Agent openTelemetry() {
    return Agent.of(
        OPEN_TELEMETRY,
        jar(OPEN_TELEMETRY),
        "-Dotel.traces.exporter=none",
        "-Dotel.logs.exporter=none",
        "-Dotel.metrics.exporter=otlp",
        "-Dotel.metric.export.interval=10000",
        "-Dotel.exporter.otlp.endpoint=" + sink.url(),
        "-Dotel.service.name=benchmark");
  }

  private Agent openTelemetryQuiet() {
    return Agent.of(
        OPEN_TELEMETRY_QUIET,
        jar(OPEN_TELEMETRY_QUIET),
        "-Dotel.traces.exporter=none",
        "-Dotel.logs.exporter=none",
        "-Dotel.metrics.exporter=none",
        "-Dotel.service.name=benchmark");
  }

  private Agent datadog() {
    return Agent.of(
        DATADOG,
        jar(DATADOG),
        "-Ddd.agent.host=127.0.0.1",
        "-Ddd.trace.agent.port=" + sink.httpPort(),
        "-Ddd.dogstatsd.port=" + sink.statsdPort(),
        "-Ddd.jmxfetch.statsd.port=" + sink.statsdPort(),
        "-Ddd.instrumentation.telemetry.enabled=false",
        "-Ddd.remote_config.enabled=false",
        "-Ddd.service=benchmark");
  }

  private Agent elastic() {
    return Agent.of(
        ELASTIC,
        jar(ELASTIC),
        "-Delastic.apm.server_url=" + sink.url(),
        "-Delastic.apm.central_config=false",
        "-Delastic.apm.cloud_provider=NONE",
        "-Delastic.apm.log_level=WARN",
        "-Delastic.apm.service_name=benchmark");
  }
}
