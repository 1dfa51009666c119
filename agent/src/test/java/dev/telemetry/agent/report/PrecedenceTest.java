package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of any two sources of a value, the one that counts. */
class PrecedenceTest {

  /** The sources of each value, the one that counts most first; a file's line has a colon. */
  private static final Map<String, List<String>> SOURCES =
      Map.of(
          "service",
          List.of(
              "-Dtelemetry.service=%s",
              "TELEMETRY_SERVICE=%s",
              "service: %s",
              "DD_SERVICE=%s",
              "OTEL_SERVICE_NAME=%s",
              "OTEL_RESOURCE_ATTRIBUTES=service.name=%s"),
          "env",
          List.of(
              "-Dtelemetry.tags.env=%s",
              "-Dtelemetry.tags=env=%s",
              "TELEMETRY_TAGS_ENV=%s",
              "TELEMETRY_TAGS=env=%s,team=a",
              "tags: {env: %s}",
              "DD_ENV=%s",
              "OTEL_RESOURCE_ATTRIBUTES=team=a,deployment.environment.name=%s"),
          "version",
          List.of(
              "-Dtelemetry.tags.version=%s",
              "-Dtelemetry.tags=version=%s",
              "TELEMETRY_TAGS_VERSION=%s",
              "TELEMETRY_TAGS=version=%s",
              "tags: {version: %s}",
              "DD_VERSION=%s",
              "OTEL_RESOURCE_ATTRIBUTES=service.version=%s"),
          "team",
          List.of(
              "-Dtelemetry.tags.team=%s",
              "TELEMETRY_TAGS_TEAM=%s", "tags: {team: %s}", "OTEL_RESOURCE_ATTRIBUTES=team=%s"),
          "host",
          List.of(
              "-Dtelemetry.reporters.statsd.host=%s",
              "TELEMETRY_REPORTERS_STATSD_HOST=%s",
              "reporters: {statsd: {host: %s}}",
              "DD_AGENT_HOST=%s"),
          "port",
          List.of(
              "-Dtelemetry.reporters.statsd.port=%s",
              "TELEMETRY_REPORTERS_STATSD_PORT=%s",
              "reporters: {statsd: {port: %s}}",
              "DD_DOGSTATSD_PORT=%s"));

  private static @Nullable String valueOf(String name, ReadConfig read) {
    String destination = read.reporters.get(0).destination();
    int colon = destination.indexOf(':');
    return switch (name) {
      case "host" -> destination.substring(0, colon);
      case "port" -> destination.substring(colon + 1, destination.indexOf(','));
      default -> read.globalTags.asMap().get(name);
    };
  }

  @ParameterizedTest(name = "{0}: {1} before {2}")
  @MethodSource("pairs")
  void value_comesFromTheFirstOfTwo(String value, String first, String second) {
    ConfigFixture fixture = ConfigFixture.empty().variable("TELEMETRY_REPORTERS", "statsd");
    give(fixture, second, "222");
    give(fixture, first, "111");

    ReadConfig read = new ReadConfig(fixture);

    assertThat(read.errors).isEmpty();
    assertThat(valueOf(value, read)).isEqualTo("111");
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    SOURCES.forEach(
        (value, sources) -> {
          for (int i = 0; i < sources.size(); i++) {
            for (int j = i + 1; j < sources.size(); j++) {
              pairs.add(Arguments.of(value, sources.get(i), sources.get(j)));
            }
          }
        });
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0}: {1} alone")
  @MethodSource("alone")
  void value_comesFromEachSource(String value, String source) {
    ConfigFixture fixture = ConfigFixture.empty().variable("TELEMETRY_REPORTERS", "statsd");
    give(fixture, source, "111");

    ReadConfig read = new ReadConfig(fixture);

    assertThat(read.errors).isEmpty();
    assertThat(valueOf(value, read)).isEqualTo("111");
  }

  static Stream<Arguments> alone() {
    return SOURCES.entrySet().stream()
        .flatMap(
            each -> each.getValue().stream().map(source -> Arguments.of(each.getKey(), source)));
  }

  private static void give(ConfigFixture fixture, String source, String value) {
    String given = String.format(source, value);
    int equals = given.indexOf('=');
    if (equals < 0) {
      fixture.file("telemetry.yaml", given);
    } else if (given.startsWith("-D")) {
      fixture.property(given.substring(2, equals), given.substring(equals + 1));
    } else {
      fixture.variable(given.substring(0, equals), given.substring(equals + 1));
    }
  }

  @Test
  void container_needsNoFile() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.empty()
                .variable("TELEMETRY_REPORTERS", "statsd,log")
                .variable("TELEMETRY_SERVICE", "shop")
                .variable("TELEMETRY_TAGS", "env=prod,team=a")
                .variable("DD_AGENT_HOST", "10.0.0.1")
                .variable("DD_VERSION", "1.2"));

    assertThat(read.errors).isEmpty();
    assertThat(read.reporterNames()).containsExactly("statsd", "log");
    assertThat(read.globalTags.asMap())
        .isEqualTo(Map.of("service", "shop", "env", "prod", "team", "a", "version", "1.2"));
    assertThat(read.reporters.get(0).destination()).startsWith("10.0.0.1:8125");
  }

  @Test
  void attributes_areDecoded() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.empty().variable("OTEL_RESOURCE_ATTRIBUTES", "a=x%2Cy,b=1+1,c=100%"));

    assertThat(read.globalTags.asMap()).isEqualTo(Map.of("a", "x,y", "b", "1+1", "c", "100%"));
  }

  @Test
  void malformedAttributes_areTold() {
    ReadConfig read =
        new ReadConfig(ConfigFixture.empty().variable("OTEL_RESOURCE_ATTRIBUTES", "team"));

    assertThat(read.errors)
        .containsExactly("OTEL_RESOURCE_ATTRIBUTES: expected key=value,key=value, got \"team\"");
  }
}
