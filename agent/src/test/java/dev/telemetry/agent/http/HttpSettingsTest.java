package dev.telemetry.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import org.junit.jupiter.api.Test;

class HttpSettingsTest {

  @Test
  void withoutConfiguration_itIsLoopback() {
    HttpSettings settings = HttpSettings.read(ConfigFixture.empty().load().root());

    assertThat(settings.enabled()).isTrue();
    assertThat(settings).hasToString("127.0.0.1:9470");
  }

  @Test
  void everyKey_canBeGiven() {
    ConfigFixture fixture = ConfigFixture.yaml("http: {host: 0.0.0.0, port: 1}");

    assertThat(HttpSettings.read(fixture.load().root())).hasToString("0.0.0.0:1");
    assertThat(HttpSettings.read(fixture.property("telemetry.http.port", "0").load().root()))
        .hasToString("0.0.0.0:0");
    assertThat(HttpSettings.read(fixture.variable("TELEMETRY_HTTP_ENABLED", "false").load().root()))
        .hasToString("off");
  }

  @Test
  void anyPort_isNotNamedBeforeThereIsOne() {
    HttpSettings any = HttpSettings.read(ConfigFixture.yaml("http: {port: 0}").load().root());
    HttpSettings one = HttpSettings.read(ConfigFixture.yaml("http: {host: '::1'}").load().root());

    assertThat(new HttpRoutes(any).url("/metrics"))
        .isEqualTo("http://127.0.0.1:<any free port>/metrics");
    assertThat(new HttpRoutes(one).url("/metrics")).isEqualTo("http://[::1]:9470/metrics");
  }

  @Test
  void portThatIsNone_isAnError() {
    Config config = ConfigFixture.yaml("http: {port: 70000}").load();

    assertThat(HttpSettings.read(config.root())).hasToString("127.0.0.1:9470");
    assertThat(config.errors().messages())
        .containsExactly(
            "telemetry.yaml:1:14: http.port: expected a whole number from 0 to 65535,"
                + " got \"70000\"");
  }

  @Test
  void url_bracketsAddressesWithColons() {
    assertThat(new HttpSettings(true, "::1", 9470).url(9471)).isEqualTo("http://[::1]:9471");
  }
}
