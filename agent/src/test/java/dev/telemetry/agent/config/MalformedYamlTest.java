package dev.telemetry.agent.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What has to have an end; other malformed files are in {@code wrong/yaml.txt}. */
class MalformedYamlTest {

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
}
