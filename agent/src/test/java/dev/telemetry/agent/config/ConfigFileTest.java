package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigFileTest {

  @Test
  void load_readsTheArgumentsFileFirst() {
    Config config = everywhere().load("argument.yaml");

    assertThat(config.root().child("service").text()).isEqualTo("argument");
    assertThat(config.file()).isEqualTo("argument.yaml");
  }

  @Test
  void load_readsThePropertysFileWithoutAnArgument() {
    Config config = everywhere().load("");

    assertThat(config.root().child("service").text()).isEqualTo("property");
  }

  @Test
  void load_readsTheVariablesFileWithoutAProperty() {
    Config config =
        ConfigFixture.yaml("service: default")
            .file("variable.yaml", "service: variable")
            .variable("TELEMETRY_CONFIG", "variable.yaml")
            .load();

    assertThat(config.root().child("service").text()).isEqualTo("variable");
  }

  @Test
  void load_readsTheDefaultFileWhereNoneIsNamed() {
    Config config = ConfigFixture.yaml("service: default").load();

    assertThat(config.root().child("service").text()).isEqualTo("default");
    assertThat(config.file()).isEqualTo("telemetry.yaml");
  }

  @Test
  void load_isContentWithoutAnyFile() {
    Config config = ConfigFixture.empty().load();

    assertThat(config.file()).isNull();
    assertThat(config.root().present()).isFalse();
    assertThat(config.errors().isEmpty()).isTrue();
  }

  @Test
  void load_takesAnEmptyFileForNone() {
    Config config = ConfigFixture.yaml("# nothing yet").load();

    assertThat(config.root().child("service").text()).isNull();
    assertThat(config.errors().isEmpty()).isTrue();
  }

  @Test
  void load_saysThatANamedFileIsMissing() {
    Config config = ConfigFixture.empty().load("there.yaml");

    assertThat(config.errors().messages())
        .containsExactly(
            "there.yaml: expected a file (named by the agent's argument), got no such file");
  }

  @Test
  void load_saysThatANamedFileIsADirectory() {
    ConfigFixture fixture = ConfigFixture.empty();
    String directory = fixture.directory().toString();

    Config config = fixture.property("telemetry.config", directory).load();

    assertThat(config.errors().messages())
        .containsExactly(
            directory + ": expected a file (named by -Dtelemetry.config), got a directory");
  }

  @Test
  void load_refusesAFileOfMoreThanAMegabyte() {
    Config config = ConfigFixture.yaml("# " + "x".repeat(1 << 20)).load();

    assertThat(config.errors().messages())
        .containsExactly("telemetry.yaml: expected at most 1048576 bytes, got more");
  }

  @Test
  void load_acceptsAByteOrderMark() {
    Config config = ConfigFixture.yaml("\uFEFFservice: shop").load();

    assertThat(config.root().child("service").text()).isEqualTo("shop");
  }

  @Test
  void load_keepsPropertiesWhenTheFileIsMalformed() {
    Config config = ConfigFixture.yaml("service: [").property("telemetry.service", "shop").load();

    assertThat(config.root().child("service").text()).isEqualTo("shop");
    assertThat(config.errors().messages()).hasSize(1);
  }

  private static ConfigFixture everywhere() {
    return ConfigFixture.yaml("service: default")
        .file("argument.yaml", "service: argument")
        .file("property.yaml", "service: property")
        .file("variable.yaml", "service: variable")
        .property("telemetry.config", "property.yaml")
        .variable("TELEMETRY_CONFIG", "variable.yaml");
  }
}
