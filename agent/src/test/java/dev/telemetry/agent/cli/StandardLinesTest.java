package dev.telemetry.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every complaint and name below was compared with what statsd 0.9.0 on Node says. */
final class StandardLinesTest {
  private final StandardLines reader = new StandardLines();

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a.b:1|c a.b|c=1",
        "a.b:2.5|c a.b|c=2.5",
        "a.b:3|c|@0.5 'a.b|c=3 @0.5'",
        "a.b:12|ms a.b|ms=12",
        "a.b:12|ms|@0.1 'a.b|ms=12 @0.1'",
        "a.b:7|g a.b|g=7",
        "a.b:+3|g 'a.b|g=+3 relative'",
        "a.b:-18|g 'a.b|g=-18 relative'",
        "a.b:joe|s a.b|s=joe",
        "a.b:|s a.b|s=0",
        "foo:1e3|c foo|c=1e3",
        "foo:.5|c foo|c=.5",
        "foo:5.|c foo|c=5.",
        ":1|c |c=1"
      })
  void read_takesItsOwnFormat(String line, String sample) {
    assertThat(reader.read(line).refused()).isEmpty();
    assertThat(reader.read(line).samples()).extracting(Sample::toString).containsExactly(sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a.h:4|h a.h|c=4",
        "a.d:4|d a.d|c=4",
        "a.d:4|d|#k:v,x:y a.d;k=v;x=y|c=4",
        "a.t:1|c|#url:http://x/y a.t;url=http--x-y|c=1",
        "a.t:1|c|@0.5|#k:v 'a.t;k=v|c=1 @0.5'",
        "'a b/c:1|c' a_b-c|c=1",
        "foo:1|zz foo|c=1",
        "foo:1| foo|c=1"
      })
  void read_misunderstandsDatadogAsStatsdDoes(String line, String sample) {
    assertThat(reader.read(line).samples()).extracting(Sample::toString).containsExactly(sample);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "a.b:-1|ms -1,ms",
        "_e{5,4}:title|text title,text",
        "_sc|name|0 1",
        "foo 1",
        "foo:1 1",
        "foo:|c ,c",
        "foo:x|c x,c",
        "foo:1|c|0.5 1,c,0.5",
        "foo:1|c|@ 1,c,@",
        "foo:1|c|@-1 1,c,@-1",
        "foo:1|c|@x 1,c,@x",
        "foo:1|c| 1,c,",
        "foo:NaN|c NaN,c"
      })
  void read_complainsInStatsdsWords(String line, String fields) {
    assertThat(reader.read(line).samples()).isEmpty();
    assertThat(reader.read(line).refused())
        .containsExactly("Bad line: " + fields + " in msg \"" + line + "\"");
  }

  @Test
  void read_takesTheLastOfPackedValuesOnly() {
    Line line = reader.read("a.b:1:2|ms");

    assertThat(line.refused()).containsExactly("Bad line: 1 in msg \"a.b:1:2|ms\"");
    assertThat(line.samples()).extracting(Sample::toString).containsExactly("a.b|ms=2");
  }

  @Test
  void read_takesSeveralTypedValuesOfOneName() {
    assertThat(reader.read("foo:1|c:2|ms").samples())
        .extracting(Sample::toString)
        .containsExactly("foo|c=1", "foo|ms=2");
  }
}
