package dev.telemetry.agent.report.statsd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.report.GlobalTags;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerAddressTest {
  private static final String URL = "DD_DOGSTATSD_URL";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          {} -> 127.0.0.1:8125
          {host: statsd, port: 9125} -> statsd:9125
          {host: "::1"} -> [::1]:8125
          {host: '[::1]'} -> [::1]:8125
          {socket: unixstream:///run/dsd.socket} -> unixstream:///run/dsd.socket
          {socket: unix:///run/dsd.socket} -> unix:///run/dsd.socket
          {socket: unixgram:///run/dsd.socket} -> unix:///run/dsd.socket
          {socket: /run/dsd.socket} -> unix:///run/dsd.socket
          """)
  void address_isThatOfTheSection(String section, String address) {
    assertThat(endpoint(ConfigFixture.yaml("statsd: " + section))).isEqualTo(address);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      textBlock =
          """
          udp://statsd:9125 -> statsd:9125
          udp://statsd -> statsd:8125
          udp://[::1]:9125 -> [::1]:9125
          udp://[::1] -> [::1]:8125
          unixstream:///run/dsd.socket -> unixstream:///run/dsd.socket
          unix:///run/dsd.socket -> unix:///run/dsd.socket
          """)
  void url_isThatOfDatadogsClients(String url, String address) {
    ConfigFixture fixture = ConfigFixture.yaml("statsd: {}").variable(URL, url);
    fixture.variable("DD_AGENT_HOST", "less-exact");

    assertThat(endpoint(fixture)).isEqualTo(address);
  }

  @Test
  void section_winsOverTheUrl() {
    ConfigFixture fixture = ConfigFixture.yaml("statsd: {port: 9125}");

    assertThat(endpoint(fixture.variable(URL, "udp://other:1"))).isEqualTo("127.0.0.1:9125");
  }

  @ParameterizedTest
  @CsvSource({"udp://:1", "udp://a:b", "udp://a:0", "http://a", "unix:a"})
  void url_thatLeadsNowhereIsAnError(String url) {
    Config config = ConfigFixture.yaml("statsd: {}").variable(URL, url).load();
    StatsdConfig.read(config.root().child("statsd"), GlobalTags.of(Map.of()), null);

    assertThat(config.errors().messages())
        .singleElement()
        .asString()
        .startsWith(URL + ": expected ")
        .endsWith(", got \"" + url + "\"");
  }

  @Test
  void packets_areAsLongAsTheirWayAllows() {
    assertThat(config(ConfigFixture.yaml("statsd: {}")).mtu()).isEqualTo(1432);
    assertThat(config(ConfigFixture.yaml("statsd: {socket: 'unixstream:///a'}")).mtu())
        .isEqualTo(8192);
    assertThat(config(ConfigFixture.yaml("statsd: {socket: /a}")).mtu()).isEqualTo(8192);
  }

  private static String endpoint(ConfigFixture fixture) {
    return config(fixture).endpoint().toString();
  }

  private static StatsdConfig config(ConfigFixture fixture) {
    var node = fixture.load().root().child("statsd");
    return Objects.requireNonNull(
        StatsdConfig.read(node, GlobalTags.of(Map.of()), new FakeDatagrams()));
  }
}
