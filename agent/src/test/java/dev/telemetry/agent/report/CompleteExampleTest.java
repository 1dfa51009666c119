package dev.telemetry.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.agent.metrics.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Reads a file with every key that the configuration has by contract. */
class CompleteExampleTest {
  private final ReadConfig read = new ReadConfig(ConfigFixture.yaml(complete()));

  @Test
  void errors_nameWhatIsNotAvailable() {
    assertThat(read.errors)
        .containsExactlyInAnyOrder(
            "telemetry.yaml:3:11: include[0]: no file matches \"metrics/*.yaml\"",
            "telemetry.yaml:30:20: handlers[0].class: expected a class in a jar of extensions,"
                + " got \"com.acme.Audit\"");
  }

  @Test
  void reporters_areOn() {
    assertThat(read.reporterNames())
        .containsExactly("statsd", "datadog", "otlp", "log", "prometheus");
  }

  @Test
  void metrics_areDefined() {
    assertThat(read.metrics)
        .extracting(Metric::toString)
        .containsExactly("COUNTER login.count", "DISTRIBUTION db.client.operation.query");
  }

  private static String complete() {
    try (InputStream in = CompleteExampleTest.class.getResourceAsStream("/complete.yaml")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
