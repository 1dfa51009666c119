package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownKeyTest {

  @Test
  void rejectUnread_namesTheNearestKey() {
    assertThat(errors(ConfigFixture.yaml("section:", "  prot: 1")))
        .containsExactly(
            "telemetry.yaml:2:3: section: unknown key \"prot\" (did you mean \"port\"?)");
  }

  @Test
  void rejectUnread_namesAllKeysWhereNoneIsNear() {
    assertThat(errors(ConfigFixture.yaml("section:", "  qqqqq: 1")))
        .containsExactly(
            "telemetry.yaml:2:3: section: unknown key \"qqqqq\", expected host, port, tags");
  }

  @Test
  void rejectUnread_reportsAKeyOfTheRoot() {
    assertThat(errors(ConfigFixture.yaml("sektion: {}")))
        .containsExactly("telemetry.yaml:1:1: unknown key \"sektion\" (did you mean \"section\"?)");
  }

  @Test
  void rejectUnread_reportsAProperty() {
    assertThat(errors(ConfigFixture.empty().property("telemetry.section.prot", "1")))
        .containsExactly(
            "-Dtelemetry.section.prot: unknown key (did you mean \"telemetry.section.port\"?)");
  }

  @Test
  void rejectUnread_reportsAVariable() {
    assertThat(errors(ConfigFixture.empty().variable("TELEMETRY_SECTION_PROT", "1")))
        .containsExactly(
            "TELEMETRY_SECTION_PROT: unknown key (did you mean \"TELEMETRY_SECTION_PORT\"?)");
  }

  @Test
  void rejectUnread_leavesTheVariablesOfOtherProgramsAlone() {
    assertThat(errors(ConfigFixture.empty().variable("TELEMETRY_OPTOUT", "1"))).isEmpty();
  }

  @Test
  void rejectUnread_acceptsWhatWasAskedFor() {
    ConfigFixture fixture =
        ConfigFixture.yaml("section: {port: 1, tags: {any: thing}}")
            .property("telemetry.section.host", "x")
            .property("telemetry.section.tags.other", "thing")
            .property("telemetry.config", "telemetry.yaml");

    assertThat(errors(fixture)).isEmpty();
  }

  @Test
  void rejectUnread_makesThePlaceFail() {
    Config config = ConfigFixture.empty().property("telemetry.section.prot", "1").load();

    read(config);

    assertThat(config.root().child("section").failed()).isTrue();
  }

  @Test
  void rejectKey_leavesWhatIsInsideAlone() {
    Config config =
        ConfigFixture.yaml("http:", "  port: 1").property("telemetry.http.host", "x").load();

    config.root().child("http").rejectKey("not available");
    config.root().rejectUnread();

    assertThat(config.errors().messages())
        .containsExactly("telemetry.yaml:1:1: http: not available");
  }

  private static List<String> errors(ConfigFixture fixture) {
    Config config = fixture.load();
    read(config);
    return config.errors().messages();
  }

  private static void read(Config config) {
    ConfigNode section = config.root().child("section");
    section.child("host").text();
    section.child("port").integer(0, 9, 1);
    section.child("tags").textMap();
    config.root().rejectUnread();
  }
}
