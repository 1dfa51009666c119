package dev.telemetry.agent.report.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The variables that every exporter of OTLP knows. */
final class OtlpConfigTest {
  private static final String PREFIX = "OTEL_EXPORTER_OTLP_";

  @ParameterizedTest
  @CsvSource({
    "ENDPOINT, http://a:1, http://a:1/v1/metrics",
    "ENDPOINT, http://a:1/, http://a:1/v1/metrics",
    "ENDPOINT, http://a:1/b, http://a:1/b/v1/metrics",
    "METRICS_ENDPOINT, http://a:1/b, http://a:1/b"
  })
  void endpoint_isABaseUnlessItIsOfMetrics(String name, String value, String url) {
    assertThat(read(ConfigFixture.yaml("otlp: {}").variable(PREFIX + name, value)).endpoint())
        .hasToString(url);
  }

  @Test
  void ofMetrics_winsOverTheGeneral_andTheFileOverBoth() {
    ConfigFixture variables =
        ConfigFixture.yaml("otlp: {timeout: 3s}")
            .variable(PREFIX + "ENDPOINT", "http://a:1")
            .variable(PREFIX + "METRICS_ENDPOINT", "http://b:2/m")
            .variable(PREFIX + "COMPRESSION", "none")
            .variable(PREFIX + "METRICS_COMPRESSION", "gzip")
            .variable(PREFIX + "METRICS_TIMEOUT", "5");

    OtlpConfig config = read(variables);

    assertThat(config.endpoint()).hasToString("http://b:2/m");
    assertThat(config.gzip()).isTrue();
    assertThat(config.timeoutNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(3));
  }

  @Test
  void times_areMilliseconds() {
    OtlpConfig config =
        read(
            ConfigFixture.yaml("otlp: {}")
                .variable("OTEL_METRIC_EXPORT_INTERVAL", "60000")
                .variable(PREFIX + "TIMEOUT", "1500"));

    assertThat(config.everyNanos()).isEqualTo(TimeUnit.SECONDS.toNanos(60));
    assertThat(config.timeoutNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1500));
  }

  @Test
  void headers_areAList() {
    OtlpConfig config =
        read(ConfigFixture.yaml("otlp: {}").variable(PREFIX + "HEADERS", "a=1,b=two"));

    assertThat(config.headers()).isEqualTo(Map.of("a", "1", "b", "two"));
  }

  @ParameterizedTest
  @CsvSource({"Delta, true", "lowmemory, true", "CUMULATIVE, false"})
  void temporality_isInAnyCase(String word, boolean delta) {
    ConfigFixture fixture =
        ConfigFixture.yaml("otlp: {}").variable(PREFIX + "METRICS_TEMPORALITY_PREFERENCE", word);

    assertThat(read(fixture).delta()).isEqualTo(delta);
  }

  private static OtlpConfig read(ConfigFixture fixture) {
    return Objects.requireNonNull(OtlpConfig.read(fixture.load().root().child("otlp")));
  }
}
