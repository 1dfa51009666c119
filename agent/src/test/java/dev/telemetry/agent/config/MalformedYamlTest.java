package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedYamlTest {

  @ParameterizedTest
  @MethodSource("texts")
  void load_saysWhereAndWhatWasExpected(String text, String message) {
    Config config = ConfigFixture.yaml(text).load();

    assertThat(config.errors().messages()).containsExactly("telemetry.yaml:" + message);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        row(
            "service: [a",
            "1:12: expected ',' or ']', but got <stream end> (while parsing a flow sequence)"),
        row("a:\n\tb: c", "2:1: expected spaces, got a tab"),
        row(
            "a: b: c",
            "1:5: expected no second \": \" in a line (quote the value, or check the indentation)"),
        row("a: 1\nb", "2:2: expected \"key: value\", got no colon"),
        row("just words", "1:1: expected keys and values, got \"just words\""),
        row("- a\n- b", "1:1: expected keys and values, got a list"),
        row("a: 1\nb: 2\na: 3", "3:1: expected each key once, got \"a\" again"),
        row("a: 1\n---\nb: 2", "2:1: expected one document, got another \"---\""),
        row("a: *there", "1:4: expected an anchor &there before this alias"),
        row("a: &a [*a]", "1:8: expected an anchor &a before this alias"),
        row("? [a, b]\n: c", "1:3: expected a key, got a list"),
        row(
            "a: 'open",
            "1:9: expected YAML: found unexpected end of stream (while scanning a quoted scalar)"),
        row(
            "a: \"\\q\"",
            "1:6: expected YAML: found unknown escape character q(113) (while scanning a double-quoted scalar)"),
        row(
            "a: @b",
            "1:4: expected YAML: found character '@' that cannot start any token. (Do not use @ for indentation) (while scanning for the next token)"),
        row(
            "a:\n  b: 1\n c: 2",
            "3:2: expected <block end>, but found '<block mapping start>' (while parsing a block mapping)"));
  }

  @Test
  void load_boundsTheDepth() {
    Config config = ConfigFixture.yaml("a: " + "[".repeat(100_000)).load();

    assertThat(config.errors().messages())
        .containsExactly("telemetry.yaml:1:36: expected at most 32 levels");
  }

  @Test
  void load_boundsWhatAliasesMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++) {
      String before = "*a" + (i - 1);
      bomb.append("a" + i + ": &a" + i + " [" + (before + ", ").repeat(8) + before + "]\n");
    }

    Config config = ConfigFixture.yaml(bomb.toString()).load();

    assertThat(config.errors().messages())
        .singleElement()
        .asString()
        .endsWith("expected at most 50000 values, aliases followed");
  }

  @Test
  void load_followsAliases() {
    Config config = ConfigFixture.yaml("a: &tags {env: dev}", "tags: *tags").load();

    assertThat(config.root().child("tags").textMap()).containsEntry("env", "dev");
  }

  private static Arguments row(String text, String message) {
    return Arguments.of(text, message);
  }
}
