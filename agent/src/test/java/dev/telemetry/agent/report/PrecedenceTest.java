package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of any two sources of a value, the one that counts. */
class PrecedenceTest {

  /** A value and its sources, the one that counts most first; a file's line has a colon. */
  private enum Value {
    SERVICE(
        read -> read.globalTags.asMap().get("service"),
        "-Dtelemetry.service=%s",
        "TELEMETRY_SERVICE=%s",
        "service: %s",
        "DD_SERVICE=%s",
        "OTEL_SERVICE_NAME=%s",
        "OTEL_RESOURCE_ATTRIBUTES=service.name=%s"),
    ENV(
        read -> read.globalTags.asMap().get("env"),
        "-Dtelemetry.tags.env=%s",
        "-Dtelemetry.tags=env=%s",
        "TELEMETRY_TAGS_ENV=%s",
        "TELEMETRY_TAGS=env=%s,team=a",
        "tags: {env: %s}",
        "DD_ENV=%s",
        "OTEL_RESOURCE_ATTRIBUTES=team=a,deployment.environment.name=%s"),
    VERSION(
        read -> read.globalTags.asMap().get("version"),
        "-Dtelemetry.tags.version=%s",
        "-Dtelemetry.tags=version=%s",
        "TELEMETRY_TAGS_VERSION=%s",
        "TELEMETRY_TAGS=version=%s",
        "tags: {version: %s}",
        "DD_VERSION=%s",
        "OTEL_RESOURCE_ATTRIBUTES=service.version=%s"),
    TEAM(
        read -> read.globalTags.asMap().get("team"),
        "-Dtelemetry.tags.team=%s",
        "TELEMETRY_TAGS_TEAM=%s",
        "tags: {team: %s}",
        "OTEL_RESOURCE_ATTRIBUTES=team=%s"),
    HOST(
        read -> destination(read).split("[:,] ?")[0],
        "-Dtelemetry.reporters.statsd.host=%s",
        "TELEMETRY_REPORTERS_STATSD_HOST=%s",
        "reporters: {statsd: {host: %s}}",
        "DD_AGENT_HOST=%s"),
    PORT(
        read -> destination(read).split("[:,] ?")[1],
        "-Dtelemetry.reporters.statsd.port=%s",
        "TELEMETRY_REPORTERS_STATSD_PORT=%s",
        "reporters: {statsd: {port: %s}}",
        "DD_DOGSTATSD_PORT=%s");

    private final Function<ReadConfig, String> reader;
    private final List<String> sources;

    Value(Function<ReadConfig, String> reader, String... sources) {
      this.reader = reader;
      this.sources = List.of(sources);
    }

    private static String destination(ReadConfig read) {
      return read.reporters.get(0).destination();
    }
  }

  @ParameterizedTest(name = "{0}: {1} before {2}")
  @MethodSource("pairs")
  void value_comesFromTheFirstOfTwo(Value value, String first, String second) {
    ConfigFixture fixture = ConfigFixture.empty().variable("TELEMETRY_REPORTERS", "statsd");
    give(fixture, second, "222");
    give(fixture, first, "111");

    ReadConfig read = new ReadConfig(fixture);

    assertThat(read.errors).isEmpty();
    assertThat(value.reader.apply(read)).isEqualTo("111");
  }

  static Stream<Arguments> pairs() {
    List<Arguments> pairs = new ArrayList<>();
    for (Value value : Value.values()) {
      for (int i = 0; i < value.sources.size(); i++) {
        for (int j = i + 1; j < value.sources.size(); j++) {
          pairs.add(Arguments.of(value, value.sources.get(i), value.sources.get(j)));
        }
      }
    }
    return pairs.stream();
  }

  @ParameterizedTest(name = "{0}: {1} alone")
  @MethodSource("alone")
  void value_comesFromEachSource(Value value, String source) {
    ConfigFixture fixture = ConfigFixture.empty().variable("TELEMETRY_REPORTERS", "statsd");
    give(fixture, source, "111");

    ReadConfig read = new ReadConfig(fixture);

    assertThat(read.errors).isEmpty();
    assertThat(value.reader.apply(read)).isEqualTo("111");
  }

  static Stream<Arguments> alone() {
    return Stream.of(Value.values())
        .flatMap(value -> value.sources.stream().map(source -> Arguments.of(value, source)));
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
  void reporterOfALaterVersion_isTold() {
    ReadConfig read =
        new ReadConfig(ConfigFixture.empty().variable("TELEMETRY_REPORTERS", "log,prometheus"));

    assertThat(read.errors)
        .containsExactly("TELEMETRY_REPORTERS: prometheus is not available in this version");
    assertThat(read.reporterNames()).containsExactly("log");
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
