package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import org.junit.jupiter.api.Test;

class ReportersTest {

  @Test
  void create_makesNoneByDefault() {
    assertThat(new ReadConfig(ConfigFixture.empty()).reporters).isEmpty();
  }

  @Test
  void create_switchesOnByTheKeyAlone() {
    ReadConfig read = new ReadConfig(ConfigFixture.yaml("reporters: {statsd: , log: {}}"));

    assertThat(read.reporterNames()).containsExactly("statsd", "log");
    assertThat(read.errors).isEmpty();
  }

  @Test
  void create_switchesOnByAPropertyInside() {
    ReadConfig read =
        new ReadConfig(ConfigFixture.empty().property("telemetry.reporters.statsd.port", "8126"));

    assertThat(read.reporters)
        .singleElement()
        .returns("127.0.0.1:8126, standard", Reporter::destination);
  }

  @Test
  void create_switchesOnByAVariableInside() {
    ReadConfig read =
        new ReadConfig(ConfigFixture.empty().variable("TELEMETRY_REPORTERS_STATSD_HOST", "x"));

    assertThat(read.reporterNames()).containsExactly("statsd");
  }

  @Test
  void create_switchesOnByTheListOfNames() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml("reporters: {statsd: {port: 9}}")
                .variable("TELEMETRY_REPORTERS", "statsd,log"));

    assertThat(read.reporterNames()).containsExactly("statsd", "log");
    assertThat(read.reporters.get(0).destination()).isEqualTo("127.0.0.1:9, standard");
    assertThat(read.errors).isEmpty();
  }

  @Test
  void create_obeysEnabled() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml("reporters: {statsd: {port: 9}}")
                .property("telemetry.reporters.statsd.enabled", "false"));

    assertThat(read.reporters).isEmpty();
    assertThat(read.errors).isEmpty();
  }

  @Test
  void create_takesHostAndPortOfDatadogsAgent() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml("reporters: {statsd: {flavor: datadog}}")
                .variable("DD_AGENT_HOST", "10.0.0.1")
                .variable("DD_DOGSTATSD_PORT", "9125"));

    assertThat(read.reporters.get(0).destination()).isEqualTo("10.0.0.1:9125, datadog");
  }

  @Test
  void create_isNotSwitchedOnByDatadogsVariables() {
    assertThat(new ReadConfig(ConfigFixture.empty().variable("DD_AGENT_HOST", "x")).reporters)
        .isEmpty();
  }

  @Test
  void instrumentation_isSwitchedOff() {
    ReadConfig read =
        new ReadConfig(
            ConfigFixture.yaml("instrumentations: {jdbc: {enabled: false}}")
                .variable("TELEMETRY_INSTRUMENTATIONS_SERVLET_ENABLED", "true"));

    assertThat(read.instrumentations.enabled("jdbc")).isFalse();
    assertThat(read.instrumentations.enabled("servlet")).isTrue();
    assertThat(read.errors).isEmpty();
  }
}
