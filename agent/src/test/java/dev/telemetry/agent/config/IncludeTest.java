package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IncludeTest {
  private static final String INCLUDE = "include: [\"metrics/*.yaml\"]";

  @Test
  void lists_areAppendedInTheOrderOfNames() {
    Config config =
        ConfigFixture.yaml(INCLUDE, "metrics: [own]")
            .file("metrics/b.yaml", "metrics: [b]", "poll: [p]")
            .file("metrics/a.yaml", "metrics: [a]")
            .load();

    assertThat(config.root().child("metrics").texts()).containsExactly("own", "a", "b");
    assertThat(config.root().child("poll").texts()).containsExactly("p");
    assertThat(config.errors().messages()).isEmpty();
  }

  @Test
  void maps_areMerged() {
    Config config =
        ConfigFixture.yaml(INCLUDE, "tags: {env: dev}", "reporters: {statsd: {port: 1}}")
            .file("metrics/a.yaml", "tags: {team: x}", "reporters: {statsd: {host: h}, log: {}}")
            .load();

    assertThat(config.root().child("tags").textMap()).hasToString("{env=dev, team=x}");
    ConfigNode reporters = config.root().child("reporters");
    assertThat(reporters.child("statsd").child("host").text("")).isEqualTo("h");
    assertThat(reporters.child("statsd").child("port").text("")).isEqualTo("1");
    assertThat(reporters.child("log").present()).isTrue();
  }

  @Test
  void duplicate_namesBothPlaces() {
    assertThat(
            errors(
                ConfigFixture.yaml(INCLUDE, "service: shop", "tags: {env: dev}")
                    .file("metrics/a.yaml", "service: other", "tags:", "  env: prod")))
        .containsExactly(
            "metrics/a.yaml:1:1: service: expected each key once, which is at telemetry.yaml:2:1",
            "metrics/a.yaml:3:3: tags.env: expected each key once, which is at telemetry.yaml:3:8");
  }

  @Test
  void duplicate_leavesTheFirst() {
    Config config =
        ConfigFixture.yaml(INCLUDE, "service: shop").file("metrics/a.yaml", "service: x").load();

    assertThat(config.root().child("service").text()).isEqualTo("shop");
  }

  @Test
  void error_namesThePart() {
    Config config = ConfigFixture.yaml(INCLUDE).file("metrics/a.yaml", "", "sections: 1").load();

    config.root().child("section");
    config.root().rejectUnread();

    assertThat(config.errors().messages())
        .containsExactly(
            "metrics/a.yaml:2:1: unknown key \"sections\" (did you mean \"section\"?)");
  }

  @Test
  void malformedPart_leavesTheOthers() {
    Config config =
        ConfigFixture.yaml(INCLUDE)
            .file("metrics/a.yaml", "metrics: [a")
            .file("metrics/b.yaml", "metrics: [b]")
            .load();

    assertThat(config.errors().messages())
        .singleElement()
        .asString()
        .startsWith("metrics/a.yaml:1:12: expected , or ]");
    assertThat(config.root().child("metrics").texts()).containsExactly("b");
  }

  @Test
  void parts_areNamedFromWhereTheUserIs() {
    ConfigFixture fixture =
        ConfigFixture.empty()
            .file("conf/main.yaml", "include: [parts/a.yaml]")
            .file("conf/parts/a.yaml", "a: [");

    assertThat(fixture.load("conf/main.yaml").errors().messages())
        .singleElement()
        .asString()
        .startsWith("conf/parts/a.yaml:1:5: ");
  }

  @Test
  void part_includesOthersRelativeToItself() {
    Config config =
        ConfigFixture.yaml("include: [parts/a.yaml]")
            .file("parts/a.yaml", "include: [more/b.yaml]", "metrics: [a]")
            .file("parts/more/b.yaml", "metrics: [b]")
            .load();

    assertThat(config.errors().messages()).isEmpty();
    assertThat(config.root().child("metrics").texts()).containsExactly("a", "b");
  }

  @Test
  void cycle_isRefused() {
    assertThat(
            errors(
                ConfigFixture.yaml("include: [a.yaml]")
                    .file("a.yaml", "include: [telemetry.yaml]")))
        .containsExactly(
            "a.yaml:1:11: include[0]: expected a file that does not include this one,"
                + " got \"telemetry.yaml\"");
  }

  @Test
  void ownFile_isRefused() {
    assertThat(errors(ConfigFixture.yaml("include: [\"*.yaml\"]")))
        .containsExactly(
            "telemetry.yaml:1:11: include[0]: expected a file that does not include this one,"
                + " got \"telemetry.yaml\"");
  }

  @Test
  void missingFile_isRefused() {
    assertThat(errors(ConfigFixture.yaml("include:", "  - metrics/login.yaml")))
        .containsExactly(
            "telemetry.yaml:2:5: include[0]: expected a file, got \"metrics/login.yaml\"");
  }

  @Test
  void patternWithoutFile_isTold() {
    Config config = ConfigFixture.yaml(INCLUDE).load();

    assertThat(config.errors().messages())
        .containsExactly("telemetry.yaml:1:11: include[0]: no file matches \"metrics/*.yaml\"");
    assertThat(config.errors().isEmpty()).isTrue();
  }

  @Test
  void fileThatTwoPatternsName_isReadOnce() {
    Config config =
        ConfigFixture.yaml("include: [\"metrics/*.yaml\", metrics/a.yaml]")
            .file("metrics/a.yaml", "metrics: [a]")
            .load();

    assertThat(config.root().child("metrics").texts()).containsExactly("a");
    assertThat(config.errors().messages()).isEmpty();
  }

  @Test
  void include_isAList() {
    assertThat(errors(ConfigFixture.yaml("include: metrics.yaml")))
        .containsExactly("telemetry.yaml:1:10: include: expected a list, got \"metrics.yaml\"");
  }

  @Test
  void property_includesToo() {
    Config config =
        ConfigFixture.yaml("service: shop")
            .file("a.yaml", "metrics: [a]")
            .property("telemetry.include", "a.yaml")
            .load();

    assertThat(config.root().child("metrics").texts()).containsExactly("a");
    assertThat(config.errors().messages()).isEmpty();
  }

  @Test
  void hiddenFiles_matchNoPattern() {
    assertThat(PathPattern.matches("*.yaml", ".a.yaml")).isFalse();
    assertThat(PathPattern.matches("*", "..data")).isFalse();
    assertThat(PathPattern.matches(".*", ".a")).isTrue();
  }

  @Test
  void patterns_matchAsShellsDo() {
    assertThat(List.of("a.yaml", "ab.yaml", ".yaml", "a.yml", "a.yaml~"))
        .filteredOn(name -> PathPattern.matches("a*.yaml", name))
        .containsExactly("a.yaml", "ab.yaml");
    assertThat(List.of("1.yaml", "12.yaml"))
        .filteredOn(name -> PathPattern.matches("?.yaml", name))
        .containsExactly("1.yaml");
    assertThat(PathPattern.matches("*a*b*", "xaxxbx")).isTrue();
    assertThat(PathPattern.matches("*a*b", "xaxxbx")).isFalse();
  }

  @Test
  void directories_matchPatternsToo() {
    Config config =
        ConfigFixture.yaml("include: [\"*/metrics.yaml\"]")
            .file("shop/metrics.yaml", "metrics: [s]")
            .file("bank/metrics.yaml", "metrics: [b]")
            .load();

    assertThat(config.root().child("metrics").texts()).containsExactly("b", "s");
  }

  private static List<String> errors(ConfigFixture fixture) {
    return fixture.load().errors().messages();
  }
}
