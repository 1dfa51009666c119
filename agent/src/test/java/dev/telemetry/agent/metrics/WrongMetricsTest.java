package dev.telemetry.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.telemetry.agent.config.Config;
import dev.telemetry.agent.config.ConfigFixture;
import dev.telemetry.instrumentation.MetricDefinition;
import dev.telemetry.instrumentation.MetricType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of wrong definitions: where, what was expected, and the nearest word. */
class WrongMetricsTest {
  private static final List<MetricDefinition> DEFAULTS =
      List.of(
          new MetricDefinition(MetricType.DISTRIBUTION, "http.server.request.duration")
              .withTags("http.request.method", "http.route", "http.response.status_code")
              .withUnit("s"));

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          {count: a.b} => 3: metrics[0]: expected counter, sum, last-value, summary or distribution, got none of them
          {counter: a.b, tags: [x, x]} => 28: metrics[0].tags[1]: expected each tag once, got "x"
          {counter: a.b, tags: [[x]]} => 25: metrics[0].tags[0]: expected text, got a list
          {counter: a.b, limit: many} => 25: metrics[0].limit: expected a whole number from 1 to 100000, got "many"
          {counter: a.b, limit: 0} => 25: metrics[0].limit: expected a whole number from 1 to 100000, got "0"
          {counter: a.b, limit: [1]} => 25: metrics[0].limit: expected text, got a list
          {counter: a.b, reporters: [statd]} => 30: metrics[0].reporters[0]: expected statsd or log, got "statd" (did you mean "statsd"?)
          {counter: a.b, reporters: statsd} => 29: metrics[0].reporters: expected a list, got "statsd"
          {counter: a.b, reporters: []} => 29: metrics[0].reporters: expected at least one of statsd, log
          {counter: a.b, reporter: [log]} => 18: metrics[0]: unknown key "reporter" (did you mean "reporters"?)
          {counter: a.b, event: [a]} => 25: metrics[0].event: expected text, got a list
          {sum: a.b, unit: [ms]} => 20: metrics[0].unit: expected text, got a list
          {sum: a.b, unit: milis} => 20: metrics[0].unit: expected a unit such as second, ms, byte, MiB, %, 1 or {request}, got "milis"
          {sum: a.b, unit: secnd} => 20: metrics[0].unit: expected a unit such as second, ms, byte, MiB, %, 1 or {request}, got "secnd" (did you mean "second"?)
          {sum: a.b, unit: {request}} => 20: metrics[0].unit: expected a unit (in quotes where it has braces), or the keys "from" and "to" with a unit each
          {sum: a.b, unit: {from: ms}} => 20: metrics[0].unit: expected a unit (in quotes where it has braces), or the keys "from" and "to" with a unit each
          {sum: a.b, unit: {from: second, to: byte}} => 20: metrics[0].unit: expected both elements of the unit conversion tuple to represent time or byte units, got {second, byte}
          {sum: a.b, unit: {from: sec, to: ms}} => 27: metrics[0].unit.from: expected a unit such as second, ms, byte, MiB, %, 1 or {request}, got "sec" (did you mean "second"?)
          {sum: a.b, unit: {from: s, to: ms, form: s}} => 38: metrics[0].unit: unknown key "form" (did you mean "from"?)
          {counter: a.b, buckets: {by: x}} => 18: metrics[0].buckets: expected only in a distribution
          {counter: a.b, percentiles: [0.5]} => 18: metrics[0].percentiles: expected only in a summary
          {summary: a.b, percentiles: [0.9, 0.5]} => 37: metrics[0].percentiles[1]: expected a larger number than the one before, got "0.5"
          {summary: a.b, percentiles: [0.5, 99.9]} => 37: metrics[0].percentiles[1]: expected a number between 0 and 1, got "99.9" (did you mean "0.999"?)
          {summary: a.b, percentiles: [0]} => 32: metrics[0].percentiles[0]: expected a number between 0 and 1, got "0"
          {summary: a.b, percentiles: [half]} => 32: metrics[0].percentiles[0]: expected a number, got "half"
          {distribution: a.b, buckets: [2, 1]} => 36: metrics[0].buckets[1]: expected a larger number than the one before, got "1"
          {distribution: a.b, buckets: [1ms]} => 33: metrics[0].buckets[0]: expected a number, got "1ms"
          {distribution: a.b, tags: [x], buckets: {y: [1]}} => 43: metrics[0].buckets: expected a list, or the key "by", which names the tag that chooses the list
          {distribution: a.b, tags: [x], buckets: {bye: x, y: [1]}} => 43: metrics[0].buckets: expected a list, or the key "by", which names the tag that chooses the list
          {distribution: a.b, tags: [rout], buckets: {by: route, y: [1]}} => 51: metrics[0].buckets.by: expected one of the tags, got "route" (did you mean "rout"?)
          {distribution: a.b, tags: [x], buckets: {by: x}} => 43: metrics[0].buckets: expected at least one list of buckets, such as "*": [0.1, 1]
          {distribution: a.b, tags: [x], buckets: {by: x, y: [2, 1]}} => 58: metrics[0].buckets.y[1]: expected a larger number than the one before, got "1"
          {distribution: a.b, tags: [x], buckets: {by: x, y: 1}} => 54: metrics[0].buckets.y: expected a list, got "1"
          {distribution: a.b, tags: [x], buckets: {by: x, y: []}} => 54: metrics[0].buckets.y: expected a list of numbers, got a list
          {distribution: a.b, tags: [x], buckets: {by: x, "> y": [1]}} => 51: metrics[0].buckets.> y: expected a number behind >, with or without a unit such as ms or KiB, got "> y"
          {counter: a.b, keep: [x]} => 24: metrics[0].keep: expected keys and values, got a list
          {counter: a.b, keep: {x: {y: 1}}} => 28: metrics[0].keep.x: expected text, got keys and values
          {counter: a.b, keep: {x: }} => 25: metrics[0].keep.x: expected text, got nothing
          {counter: a.b, keep: {x: []}} => 28: metrics[0].keep.x: expected at least one value, got an empty list
          {counter: a.b, keep: {x: "> much"}} => 28: metrics[0].keep.x: expected a number behind >, with or without a unit such as ms or KiB, got "> much"
          {counter: a.b, keep: {x: [1, "<"]}} => 32: metrics[0].keep.x[1]: expected a number behind <, with or without a unit such as ms or KiB, got "<"
          {counter: a.b, keep: {x: "!="}} => 28: metrics[0].keep.x: expected a value behind !=, got "!="
          {counter: a.b, keep: {x: 9..1}} => 28: metrics[0].keep.x: expected a range such as 100..199, the smaller number first, got "9..1"
          {counter: a.b, keep: {x: ["> 1", "< 9"]}} => 28: metrics[0].keep.x: expected a range such as 200..299, got a list that any number passes
          {counter: a.b, keep: {duration: "> 200"}} => 35: metrics[0].keep.duration: expected a duration with its unit, such as "> 200ms", got "> 200"
          {counter: a.b, keep: {duration: "> 2 hours"}} => 35: metrics[0].keep.duration: expected a number behind >, with or without a unit such as ms or KiB, got "> 2 hours"
          {counter: a.b, tag-values: {x: y}} => 31: metrics[0].tag-values.x: expected one of the tags, got "x"
          {counter: a.b, tags: [x], tag-values: [y]} => 41: metrics[0].tag-values: expected keys and values, got a list
          {counter: a.b, tags: [x], tag-values: {x: [y]}} => 45: metrics[0].tag-values.x: expected text, got a list
          {counter: a.b, tags: [x], tag-values: {x: ""}} => 45: metrics[0].tag-values.x: expected a key of the metadata, got ""
          {counter: a.b, tags: [x], tag-values: {x: {form: y, a: b}}} => 45: metrics[0].tag-values.x: expected the key "from", "first", "template" or "constant", which says where the value comes from (did you mean "from"?)
          {counter: a.b, tags: [x], tag-values: {x: {from: y, first: [z]}}} => 45: metrics[0].tag-values.x: expected only one of "from", "first", "template" or "constant", got from and first
          {counter: a.b, tags: [x], tag-values: {x: {constant: y, a: b}}} => 59: metrics[0].tag-values.x.a: expected nothing beside constant
          {counter: a.b, tags: [x], tag-values: {x: {first: []}}} => 53: metrics[0].tag-values.x.first: expected a list of keys, of which the first that has a value is taken, got a list
          {counter: a.b, tags: [x], tag-values: {x: {first: y}}} => 53: metrics[0].tag-values.x.first: expected a list, got "y"
          {counter: a.b, tags: [x], tag-values: {x: {from: [y]}}} => 52: metrics[0].tag-values.x.from: expected text, got a list
          {counter: a.b, tags: [x], tag-values: {x: "{y"}} => 45: metrics[0].tag-values.x: expected a template with keys in braces, such as "{http.request.method} {http.route}", got "{y"
          {counter: a.b, tags: [x], tag-values: {x: "y}"}} => 45: metrics[0].tag-values.x: expected a template with keys in braces, such as "{http.request.method} {http.route}", got "y}"
          {counter: a.b, tags: [x], tag-values: {x: "{}"}} => 45: metrics[0].tag-values.x: expected a template with keys in braces, such as "{http.request.method} {http.route}", got "{}"
          {counter: a.b, tags: [x], tag-values: {x: {template: y}}} => 56: metrics[0].tag-values.x.template: expected a template with keys in braces, such as "{http.request.method} {http.route}", got "y"
          {counter: a.b, tags: [x], tag-values: {x: {from: y, "< fast": z}}} => 55: metrics[0].tag-values.x.< fast: expected a number behind <, with or without a unit such as ms or KiB, got "< fast"
          {counter: a.b, tags: [x], tag-values: {x: {from: duration, "<100": z}}} => 62: metrics[0].tag-values.x.<100: expected a duration with its unit, such as "> 200ms", got "<100"
          {counter: a.b, tags: [x], tag-values: {x: {from: y, 2xx: [z]}}} => 60: metrics[0].tag-values.x.2xx: expected text, got a list
          """)
  void metric_staysOffAndSaysWhy(String item, String message) {
    Config config = ConfigFixture.yaml("metrics:", "- " + item, "- counter: b.c").load();
    List<Metric> metrics = MetricsSection.read(config.root(), List.of(), List.of("statsd", "log"));
    config.root().rejectUnread();

    assertThat(config.errors().messages()).containsExactly("telemetry.yaml:2:" + message);
    assertThat(metrics).extracting(Metric::toString).containsExactly("COUNTER b.c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      textBlock =
          """
          {counter: a.b, tags: [http.rout]} => 25: metrics[0].tags[0]: no event is known to have "http.rout" (did you mean "http.route"?)
          {counter: a.b, keep: {duraton: 5ms..6ms}} => 34: metrics[0].keep.duraton: no event is known to have "duraton" (did you mean "duration"?)
          {counter: a.b, tags: [x], tag-values: {x: http.request.methd}} => 45: metrics[0].tag-values.x: no event is known to have "http.request.methd" (did you mean "http.request.method"?)
          {counter: a.b, tags: [x], tag-values: {x: {first: [a, eror.type]}}} => 57: metrics[0].tag-values.x.first[1]: no event is known to have "eror.type" (did you mean "error.type"?)
          {counter: a.b, tags: [x], tag-values: {x: "{http.ruote}"}} => 45: metrics[0].tag-values.x: no event is known to have "http.ruote" (did you mean "http.route"?)
          """)
  void likelyMistake_isNotedAndTheMetricIsOn(String item, String message) {
    Config config = ConfigFixture.yaml("metrics:", "- " + item).load();
    List<Metric> metrics = MetricsSection.read(config.root(), DEFAULTS, List.of());
    config.root().rejectUnread();

    assertThat(config.errors().messages()).containsExactly("telemetry.yaml:2:" + message);
    assertThat(config.errors().isEmpty()).isTrue();
    assertThat(metrics).hasSize(2);
  }

  @Test
  void unknownKey_isNoMistakeWhereNoneIsNear() {
    Config config =
        ConfigFixture.yaml(
                "metrics:",
                "- {counter: a.b, tags: [purpose, http.route, user.plan, hots], keep: {rows: 1}}")
            .load();
    MetricsSection.read(config.root(), DEFAULTS, List.of());

    assertThat(config.errors().messages()).isEmpty();
  }
}
