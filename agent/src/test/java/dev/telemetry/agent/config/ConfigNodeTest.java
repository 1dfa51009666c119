package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigNodeTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void text_prefersTheSystemProperty() {
    ConfigFixture fixture =
        ConfigFixture.yaml("a: {b: file}")
            .property("telemetry.a.b", "property")
            .variable("TELEMETRY_A_B", "variable");

    assertThat(node(fixture, "a", "b").text()).isEqualTo("property");
  }

  @Test
  void text_prefersTheVariableToTheFile() {
    ConfigFixture fixture =
        ConfigFixture.yaml("a: {b-c: file}").variable("TELEMETRY_A_B_C", "variable");

    assertThat(node(fixture, "a", "b-c").text()).isEqualTo("variable");
  }

  @Test
  void text_takesAnEmptyVariableForNone() {
    ConfigFixture fixture = ConfigFixture.yaml("a: file").variable("TELEMETRY_A", "");

    assertThat(node(fixture, "a").text()).isEqualTo("file");
  }

  @Test
  void orVariable_comesBehindTheFile() {
    ConfigFixture fixture = ConfigFixture.yaml("a: file").variable("DD_SERVICE", "datadog");

    assertThat(node(fixture, "a").orVariable("DD_SERVICE").text()).isEqualTo("file");
    assertThat(node(fixture, "b").orVariable("DD_SERVICE").text()).isEqualTo("datadog");
  }

  @Test
  void present_isTrueWhereAnyKeyInsideIsGiven() {
    assertThat(node(ConfigFixture.yaml("a:"), "a").present()).isTrue();
    assertThat(node(ConfigFixture.empty(), "a").present()).isFalse();
    assertThat(node(ConfigFixture.empty().property("telemetry.a.b", "1"), "a").present()).isTrue();
    assertThat(node(ConfigFixture.empty().variable("TELEMETRY_A_B", "1"), "a").present()).isTrue();
    assertThat(node(ConfigFixture.empty().variable("TELEMETRY_AB", "1"), "a").present()).isFalse();
  }

  @Test
  void text_fillsInPlaceholders() {
    ConfigFixture fixture =
        ConfigFixture.yaml("a: x-${SET:no}-${UNSET:yes}-${EMPTY:}-${PROPERTY}-$${SET}-$")
            .variable("SET", "set")
            .property("PROPERTY", "property");

    assertThat(node(fixture, "a").text()).isEqualTo("x-set-yes--property-${SET}-$");
  }

  @Test
  void text_doesNotFillWhatAPropertyGives() {
    ConfigFixture fixture = ConfigFixture.empty().property("telemetry.a", "${X}");

    assertThat(node(fixture, "a").text()).isEqualTo("${X}");
  }

  @Test
  void texts_readAListOfTheFile() {
    assertThat(node(ConfigFixture.yaml("a: [x, 'y,z']"), "a").texts()).containsExactly("x", "y,z");
  }

  @Test
  void texts_splitAPropertyAtCommas() {
    ConfigFixture fixture = ConfigFixture.yaml("a: [x]").property("telemetry.a", "y, z");

    assertThat(node(fixture, "a").texts()).isEqualTo(List.of("y", "z"));
  }

  @Test
  void textMap_keepsTheOrderOfTheFile() {
    assertThat(node(ConfigFixture.yaml("a: {z: 1, b: 2, c: 3}"), "a").textMap().keySet())
        .containsExactly("z", "b", "c");
  }

  @Test
  void textMap_readsPairsInPlaceOfTheFilesKeys() {
    ConfigFixture fixture = ConfigFixture.yaml("a: {x: 1}").variable("TELEMETRY_A", "k=v, l=w=x");

    assertThat(node(fixture, "a").textMap()).isEqualTo(Map.of("k", "v", "l", "w=x"));
  }

  @Test
  void textMap_addsSingleKeys() {
    ConfigFixture fixture =
        ConfigFixture.yaml("a: {x: 1, y: 2}")
            .variable("TELEMETRY_A_X", "3")
            .property("telemetry.a.some.key", "4");

    assertThat(node(fixture, "a").textMap()).isEqualTo(Map.of("x", "3", "y", "2", "some.key", "4"));
  }

  @ParameterizedTest
  @CsvSource({"200ms,200000000", "10s,10000000000", "1 m,60000000000", "1h,3600000000000"})
  void nanos_readsDurations(String text, long nanos) {
    assertThat(node(ConfigFixture.yaml("a: " + text), "a").nanos(0, 1)).isEqualTo(nanos);
  }

  @Test
  void nanos_fallsBackWhereNothingIsGiven() {
    assertThat(node(ConfigFixture.empty(), "a").nanos(0, SECOND)).isEqualTo(SECOND);
  }

  @Test
  void flag_readsTrueAndFalse() {
    ConfigNode root = ConfigFixture.yaml("a: true", "b: false").load().root();

    assertThat(root.child("a").flag(false)).isTrue();
    assertThat(root.child("b").flag(true)).isFalse();
    assertThat(root.child("c").flag(true)).isTrue();
  }

  @Test
  void failed_tellsTheFailureToAllAround() {
    ConfigNode root = ConfigFixture.yaml("a: {b: {c: x}}", "d: 1").load().root();

    int number = root.child("a").child("b").child("c").integer(0, 9, 7);

    assertThat(number).isEqualTo(7);
    assertThat(root.child("a").child("b").failed()).isTrue();
    assertThat(root.child("a").failed()).isTrue();
    assertThat(root.child("d").failed()).isFalse();
  }

  private static ConfigNode node(ConfigFixture fixture, String... keys) {
    ConfigNode node = fixture.load().root();
    for (String key : keys) {
      node = node.child(key);
    }
    return node;
  }
}
