package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DatadogLinesTest {
  private final DatadogLines reader = new DatadogLines(false);

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a:1|c a|c=1",
        "a:1.5|h|#k:v,bare a|h|#k:v,bare=1.5",
        "a:3|d|@0.2|#k:v 'a|d|#k:v=3 @0.2'",
        "a:-18|g a|g=-18",
        "a:-1|ms a|ms=-1",
        "a:joe:x|s a|s=joe:x",
        "a:1|c|#url:http://x/y|c:box|T1656581400 a|c|#url:http://x/y=1",
        "_sc|db.up|2|d:1|#k:v|m:down db.up|_sc|#k:v=2"
      })
  void read_takesItsOwnFormat(String line, String sample) {
    assertThat(reader.read(line).refused()).isEmpty();
    assertThat(reader.read(line).samples()).extracting(Sample::toString).containsExactly(sample);
  }

  @Test
  void read_unpacksValues() {
    assertThat(reader.read("a:1:2:32|d|#k:v").samples())
        .extracting(Sample::toString)
        .containsExactly("a|d|#k:v=1", "a|d|#k:v=2", "a|d|#k:v=32");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "_e{5,4}:title|text title|_e=1",
        "_e{5,4}:été|text|#k:v été|_e|#k:v=1",
        "_e{5,4}:title|text|t:error|#k:v title|_e|#k:v=1",
        "_e{5,3}:ti|le|a|b ti|le|_e=1"
      })
  void read_countsAnEventsBytes(String line, String sample) {
    assertThat(reader.read(line).samples()).extracting(Sample::toString).containsExactly(sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "foo>no value",
        ":1|c>no name",
        "foo:1>no type",
        "foo:1|zz>unknown type zz",
        "foo:x|c>no number 'x'",
        "foo:|c>no number ''",
        "foo:1::2|ms>no number ''",
        "foo:1|c|@0>rate @0, expected more than 0, at most 1",
        "foo:1|c|@1.5>rate @1.5, expected more than 0, at most 1",
        "_sc|name|4>service check, expected _sc|NAME|0 to 3",
        "_sc||1>service check, expected _sc|NAME|0 to 3",
        "_e{5}:title|text>event, expected _e{TITLE BYTES,TEXT BYTES}:TITLE|TEXT",
        "_e{4,4}:title|text>event whose lengths do not fit its title and text",
        "_e{5,5}:title|text>event whose lengths do not fit its title and text",
        "_e{3,4}:été|text>event whose lengths do not fit its title and text",
        "_e{0,4}:|text>event whose lengths do not fit its title and text"
      })
  void read_saysWhyALineIsBad(String line, String reason) {
    assertThat(reader.read(line).samples()).isEmpty();
    assertThat(reader.read(line).refused())
        .containsExactly("Bad line: " + reason + " in msg \"" + line + "\"");
  }

  @Test
  void auto_takesASignedGaugeWithoutTagsForAChange() {
    LineReader auto = Flavor.AUTO.reader();

    assertThat(auto.read("a:-18|g").samples())
        .extracting(Sample::toString)
        .containsExactly("a|g=-18 relative");
    assertThat(auto.read("a:-18|g|#k:v").samples())
        .extracting(Sample::toString)
        .containsExactly("a|g|#k:v=-18");
  }
}
