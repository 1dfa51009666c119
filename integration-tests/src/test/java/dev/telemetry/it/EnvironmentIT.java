package dev.telemetry.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The agent is set up by variables alone, as in a container. */
final class EnvironmentIT {
  private static final int JAVA = 17;
  private static final String METRIC = "jvm.thread.count";

  private final StatsdSocket statsd = new StatsdSocket();

  @AfterEach
  void close() {
    statsd.close();
  }

  @Test
  void ownVariables_nameReportersServiceAndTags() {
    Set<String> tags =
        tags(
            toServer()
                .environment("TELEMETRY_REPORTERS_STATSD_FLAVOR", "datadog")
                .environment("TELEMETRY_SERVICE", "shop")
                .environment("TELEMETRY_TAGS", "env=prod,team=a"));

    assertThat(tags).contains("service:shop", "env:prod", "team:a");
  }

  @Test
  void datadogsVariables_areDefaults() {
    Set<String> tags =
        tags(
            datadog()
                .environment("DD_ENV", "prod")
                .environment("DD_SERVICE", "shop")
                .environment("DD_VERSION", "1.2"));

    assertThat(tags).contains("service:shop", "env:prod", "version:1.2");
  }

  @Test
  void openTelemetrysVariables_areDefaults() {
    Set<String> tags =
        tags(
            datadog()
                .environment("OTEL_SERVICE_NAME", "shop")
                .environment("OTEL_RESOURCE_ATTRIBUTES", "team=a%2Fb,region=eu"));

    assertThat(tags).contains("service:shop", "team:a/b", "region:eu");
  }

  @Test
  void file_goesBeforeTheVariablesOfOthers() {
    ForkedJvm jvm =
        ForkedJvm.on(JAVA)
            .agent(
                """
                service: of-the-file
                tags: {env: of-the-file}
                reporters: {statsd: {flavor: datadog, every: 200ms}}
                """);
    Set<String> tags =
        tags(
            server(jvm)
                .environment("DD_ENV", "prod")
                .environment("DD_SERVICE", "shop")
                .environment("DD_VERSION", "1.2"));

    assertThat(tags)
        .contains("service:of-the-file", "env:of-the-file", "version:1.2")
        .doesNotContain("service:shop", "env:prod");
  }

  private ForkedJvm datadog() {
    return toServer().environment("TELEMETRY_REPORTERS_STATSD_FLAVOR", "datadog");
  }

  private ForkedJvm toServer() {
    return server(ForkedJvm.on(JAVA).agent())
        .environment("TELEMETRY_REPORTERS", "statsd")
        .environment("TELEMETRY_REPORTERS_STATSD_EVERY", "200ms");
  }

  private ForkedJvm server(ForkedJvm jvm) {
    return jvm.environment("DD_AGENT_HOST", "127.0.0.1")
        .environment("DD_DOGSTATSD_PORT", Integer.toString(statsd.port()));
  }

  /** The tags of a metric of the VM, once it is at the server. */
  private Set<String> tags(ForkedJvm jvm) {
    ForkedJvm idle = jvm.classPath(Programs.jar("vm")).program("example.vm.Idle");
    try (RunningProcess process = idle.start()) {
      statsd.awaitTotal(1, METRIC);
      idle.write("end", "");
      assertThat(process.await().exitCode()).isZero();
    }
    return statsd.lines().stream()
        .map(StatsdLine::parse)
        .filter(line -> line.name().equals(METRIC))
        .findFirst()
        .orElseThrow()
        .tags();
  }
}
