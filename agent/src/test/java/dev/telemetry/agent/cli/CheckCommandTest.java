package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private final Path directory;

  CheckCommandTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void goodFile_endsWithZeroAndSilence() throws Exception {
    assertThat(check(file("metrics: [counter: login.count]"))).isZero();

    assertThat(lines(err)).isEmpty();
    assertThat(lines(out)).isEmpty();
  }

  @Test
  void badFile_endsWithOneAndErrorsInCompilerForm() throws Exception {
    String file = file("servise: shop", "metrics: [{counter: a}]");

    assertThat(check(file)).isEqualTo(1);

    assertThat(lines(err))
        .containsExactly(
            file
                + ":2:21: metrics[0].counter: event_name can't be empty"
                + " (metric must be namespaced or :event_name explicitly set):"
                + " expected <event>.a, or the key \"event\", got \"a\"",
            file + ":1:1: unknown key \"servise\" (did you mean \"service\"?)");
  }

  @Test
  void part_isCheckedToo() throws Exception {
    Files.writeString(directory.resolve("part.yaml"), "service: [x]");

    assertThat(check(file("include: [part.yaml]"))).isEqualTo(1);

    assertThat(lines(err))
        .containsExactly(
            directory.resolve("part.yaml") + ":1:10: service: expected text, got a list");
  }

  @Test
  void missingFile_endsWithOne() {
    assertThat(check(directory.resolve("none.yaml").toString())).isEqualTo(1);

    assertThat(lines(err)).singleElement().asString().endsWith("got no such file");
  }

  @Test
  void note_isToldAndNoError() throws Exception {
    assertThat(check(file("include: [\"none/*.yaml\"]"))).isZero();

    assertThat(lines(err)).singleElement().asString().contains("no file matches");
  }

  @Test
  void effective_printsEveryValueWithItsSource() throws Exception {
    String file = file("service: shop", "reporters: {statsd: {host: h}}");

    assertThat(check(file, "--effective")).isZero();

    assertThat(lines(out))
        .contains(
            "service = shop   # " + file + ":1:10",
            "reporters.statsd.host = h   # " + file + ":2:28",
            "reporters.statsd.port = 8125   # default");
  }

  @Test
  void effective_showsSystemPropertiesByName() throws Exception {
    System.setProperty("telemetry.reporters.statsd.port", "9125");
    try {
      assertThat(check(file("service: shop"), "--effective")).isZero();
    } finally {
      System.clearProperty("telemetry.reporters.statsd.port");
    }

    assertThat(lines(out))
        .contains("reporters.statsd.port = 9125   # -Dtelemetry.reporters.statsd.port");
  }

  @Test
  void help_explainsItself() {
    assertThat(check("--help")).isZero();

    assertThat(lines(out).get(0)).startsWith("usage: ").contains("check [FILE]");
  }

  @Test
  void unknownOption_isRefused() {
    assertThat(check("--efective")).isEqualTo(2);

    assertThat(lines(err).get(0))
        .isEqualTo("check: unknown option '--efective'; did you mean --effective?");
  }

  private int check(String... words) {
    String[] all = new String[words.length + 1];
    all[0] = "check";
    System.arraycopy(words, 0, all, 1, words.length);
    return Main.run(all, stream(out), stream(err));
  }

  private String file(String... lines) throws IOException {
    return Files.writeString(directory.resolve("telemetry.yaml"), String.join("\n", lines))
        .toString();
  }

  private static PrintStream stream(ByteArrayOutputStream to) {
    return new PrintStream(to, true, StandardCharsets.UTF_8);
  }

  private static List<String> lines(ByteArrayOutputStream from) {
    return from.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
