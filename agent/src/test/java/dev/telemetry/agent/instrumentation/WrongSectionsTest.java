package dev.telemetry.agent.instrumentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.instrumentation.InstrumentationSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WrongSectionsTest {

  @Test
  void wrongList_leavesTheOthers() {
    Read read = new Read("http: {failures: [x], ignore: [/a], tags: {t: {header: T}, u: 1}}");

    assertThat(read.errors).hasSize(2);
    assertThat(read.of("servlet").has("failures")).isFalse();
    assertThat(read.of("servlet").texts("ignore", List.of())).containsExactly("/a");
    assertThat(read.of("servlet").sections("tags")).containsOnlyKeys("t");
  }

  /** A configuration as the agent reads it. */
  static final class Read {
    final Map<String, InstrumentationSettings> settings;
    final List<String> errors;

    InstrumentationSettings of(String instrumentation) {
      return Objects.requireNonNull(settings.get(instrumentation));
    }

    Read(String... yaml) {
      Config config = ConfigFixture.yaml(yaml).load();
      settings = InstrumentationSections.read(config.root());
      config.root().rejectUnread();
      errors = config.errors().messages();
    }
  }
}
